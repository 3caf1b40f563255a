import { sql } from 'kysely'
import type { z } from 'zod'
import type { Scope } from '#kernel'
import type { ReadTables } from '#platform/postgres'
import type { Employer, EmployerName, EmployerStatus } from './contract.ts'
import type { EmployersTables } from './tables.ts'

type Read = ReadTables<EmployersTables>

/** One employer with its history; null when there is none or the scope does not reach it. */
export async function findEmployer(
  read: Read,
  scope: Scope,
  accountNo: string,
): Promise<Employer | null> {
  let query = read.selectFrom('record.employer').selectAll().where('accountNo', '=', accountNo)
  if (scope.offices !== 'all') query = query.where('officeId', 'in', [...scope.offices, ''])
  const row = await query.executeTakeFirst()
  if (row === undefined) return null
  const { nameCore, nameSort, juristicDigits, taxDigits, factsSha256, ticket, ...employer } = row
  return { ...employer, ...(await partsOf(read, accountNo)) }
}

async function partsOf(
  read: Read,
  accountNo: string,
): Promise<Pick<Employer, 'names' | 'establishments' | 'offices' | 'statuses'>> {
  const names = await read
    .selectFrom('record.employerName')
    .select(['name', 'form', 'core', 'kind'])
    .where('accountNo', '=', accountNo)
    .orderBy('ordinal')
    .execute()
  const establishments = await read
    .selectFrom('record.establishment')
    .select(['branchNo', 'name', 'address', 'officeId'])
    .where('accountNo', '=', accountNo)
    .orderBy('branchNo')
    .execute()
  const offices = await read
    .selectFrom('record.employerOffice')
    .select(['officeId', 'since'])
    .where('accountNo', '=', accountNo)
    .orderBy('ordinal')
    .execute()
  const statuses = await read
    .selectFrom('record.employerStatus')
    .select(['status', 'since'])
    .where('accountNo', '=', accountNo)
    .orderBy('ordinal')
    .execute()
  return { names, establishments, offices, statuses }
}

/** Whether the register knows the account: for placing paper, whoever may see it. */
export async function employerExists(
  read: Read,
  accountNo: string,
): Promise<{ accountNo: string; officeId: string; name: string } | null> {
  const row = await read
    .selectFrom('record.employer')
    .select(['accountNo', 'officeId', 'name'])
    .where('accountNo', '=', accountNo)
    .executeTakeFirst()
  return row ?? null
}

/** What search keeps of an employer. No scope: the reader filters by office. */
export type SearchRow = {
  accountNo: string
  officeId: string
  status: EmployerStatus
  district: string | null
  province: string | null
  juristicDigits: string | null
  taxDigits: string | null
  name: string
  names: { kind: z.infer<typeof EmployerName>['kind']; name: string; core: string }[]
}

/** The next employers in order of their accounts; `''` begins. For filling search from nothing. */
export async function employersAfter(
  read: Read,
  afterAccountNo: string,
  limit: number,
): Promise<SearchRow[]> {
  return await searchRows(read)
    .where('accountNo', '>', afterAccountNo)
    .orderBy('accountNo')
    .limit(limit)
    .execute()
}

/** These employers in order of their accounts; unknown ones are left out. */
export async function employersByAccount(
  read: Read,
  accountNos: readonly string[],
): Promise<SearchRow[]> {
  return await searchRows(read)
    .where('accountNo', '=', anyOf(accountNos))
    .orderBy('accountNo')
    .execute()
}

/**
 * The employers whose account, juristic or tax number is one of these, at most a thousand. No scope: for
 * placing paper, whoever may see it.
 */
export async function employersByNumber(
  read: Read,
  numbers: readonly string[],
): Promise<
  Pick<EmployersTables['record.employer'], 'accountNo' | 'juristicDigits' | 'taxDigits' | 'name'>[]
> {
  const wanted = anyOf(numbers)
  return await read
    .selectFrom('record.employer')
    .select(['accountNo', 'juristicDigits', 'taxDigits', 'name'])
    .where(({ or, eb }) =>
      or([
        eb('accountNo', '=', wanted),
        eb('juristicDigits', '=', wanted),
        eb('taxDigits', '=', wanted),
      ]),
    )
    .orderBy('accountNo')
    .limit(1_000)
    .execute()
}

function searchRows(read: Read) {
  return read
    .selectFrom('record.employer as e')
    .select(['accountNo', 'officeId', 'status', 'juristicDigits', 'taxDigits', 'name'])
    .select([
      sql<string | null>`e.address ->> 'district'`.as('district'),
      sql<string | null>`e.address ->> 'province'`.as('province'),
      sql<SearchRow['names']>`(select json_agg(
          json_build_object('kind', n.kind, 'name', n.name, 'core', n.core) order by n.ordinal)
        from record.employer_name n where n.account_no = e.account_no)`.as('names'),
    ])
}

/** Present names by account, for lists. */
export async function employerNames(
  read: Read,
  accountNos: readonly string[],
): Promise<Map<string, string>> {
  const rows = await read
    .selectFrom('record.employer')
    .select(['accountNo', 'name'])
    .where('accountNo', '=', anyOf(accountNos))
    .execute()
  return new Map(rows.map(({ accountNo, name }) => [accountNo, name]))
}

/** One array parameter, however many accounts there are. */
export function anyOf(accountNos: readonly string[]) {
  return sql<string>`any(${accountNos}::text[])`
}
