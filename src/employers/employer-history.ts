import type { Tx } from '#platform/postgres'
import type { RegisterFacts } from './commits.ts'
import { anyOf } from './store.ts'
import type { EmployersTables } from './tables.ts'

type NameRow = Pick<EmployersTables['record.employerName'], 'accountNo' | 'kind' | 'name'>
type OfficeRow = EmployersTables['record.employerOffice']
type StatusRow = EmployersTables['record.employerStatus']

/** What the tables said of an employer before this commit. */
export type Before = { names: NameRow[]; offices: OfficeRow[]; statuses: StatusRow[] }

export type History = {
  names: { kind: NameRow['kind']; name: string }[]
  /** A row to append to what stands, or null where nothing changed. */
  office: { ordinal: number; officeId: string; since: string | null } | null
  status: { ordinal: number; status: StatusRow['status']; since: string | null } | null
}

/** The earlier rows of these accounts and no others; an account that is new has no entry. */
export async function rowsBefore(
  write: Tx,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, Before>> {
  const tables = write.tables<EmployersTables>()
  const found = new Map<string, Before>()
  if (accounts.length === 0) return found
  const entry = (accountNo: string): Before => {
    const known = found.get(accountNo) ?? { names: [], offices: [], statuses: [] }
    found.set(accountNo, known)
    return known
  }
  const names = await tables
    .selectFrom('record.employerName')
    .select(['accountNo', 'kind', 'name'])
    .where('accountNo', '=', anyOf(accounts))
    .orderBy('accountNo')
    .orderBy('ordinal')
    .execute()
  for (const row of names) entry(row.accountNo).names.push(row)
  if (names.length === 0) return found
  const offices = await tables
    .selectFrom('record.employerOffice')
    .selectAll()
    .where('accountNo', '=', anyOf(accounts))
    .orderBy('ordinal')
    .execute()
  for (const row of offices) entry(row.accountNo).offices.push(row)
  const statuses = await tables
    .selectFrom('record.employerStatus')
    .selectAll()
    .where('accountNo', '=', anyOf(accounts))
    .orderBy('ordinal')
    .execute()
  for (const row of statuses) entry(row.accountNo).statuses.push(row)
  return found
}

/** Names that are said no longer become former ones; office and status get a row when they moved. */
export function historyOf(
  before: Before | undefined,
  { employer }: RegisterFacts,
  day: string,
): History {
  const office = before?.offices.at(-1)
  const status = before?.statuses.at(-1)
  const { officeId } = employer
  const moved = office?.officeId !== officeId
  const changed = status?.status !== employer.status || status.since !== employer.statusSince
  return {
    names: namesOf(before?.names ?? [], employer),
    office: moved
      ? { ordinal: (office?.ordinal ?? -1) + 1, officeId, since: office ? day : null }
      : null,
    status: changed
      ? {
          ordinal: (status?.ordinal ?? -1) + 1,
          status: employer.status,
          since: employer.statusSince,
        }
      : null,
  }
}

function namesOf(
  before: readonly NameRow[],
  { name, nameEn, formerNames }: RegisterFacts['employer'],
): History['names'] {
  const present = new Set(nameEn === null ? [name] : [name, nameEn])
  const known = [...before.map((row) => row.name), ...formerNames]
  const former = new Set(known.filter((each) => !present.has(each)))
  return [
    { kind: 'present', name },
    ...(nameEn === null ? [] : [{ kind: 'english' as const, name: nameEn }]),
    ...[...former].map((each) => ({ kind: 'former' as const, name: each })),
  ]
}
