import type { ReadTables } from '#platform/postgres'
import { anyOf } from './store.ts'
import type { EmployersTables } from './tables.ts'

type Read = ReadTables<EmployersTables>

/** The next accounts of an office in their order; `''` begins. No scope: the caller may list the office. */
export async function accountsOfOffice(
  read: Read,
  officeId: string,
  { after, limit }: { after: string; limit: number },
): Promise<string[]> {
  const rows = await read
    .selectFrom('record.employer')
    .select('accountNo')
    .where('officeId', '=', officeId)
    .where('accountNo', '>', after)
    .orderBy('accountNo')
    .limit(limit)
    .execute()
  return rows.map(({ accountNo }) => accountNo)
}

/** The responsible office of each of these accounts; accounts that the register does not know are left out. */
export async function officesOfAccounts(
  read: Read,
  accountNos: readonly string[],
): Promise<Map<string, string>> {
  const rows = await read
    .selectFrom('record.employer')
    .select(['accountNo', 'officeId'])
    .where('accountNo', '=', anyOf(accountNos))
    .execute()
  return new Map(rows.map(({ accountNo, officeId }) => [accountNo, officeId]))
}
