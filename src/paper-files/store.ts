import { sql } from 'kysely'
import { type EmployersTables, employerNames } from '#employers'
import { Refusal, type Scope } from '#kernel'
import type { ReadTables } from '#platform/postgres'
import { arabicDigits } from '#thai-text'
import {
  limits,
  type PaperAct,
  type PaperCounts,
  type PaperFile,
  type PaperFilter,
  paperStates,
} from './contract.ts'
import { refusals } from './refusals.ts'
import type { PaperFilesTables } from './tables.ts'

export type Read = ReadTables<PaperFilesTables & EmployersTables>
type Row = PaperFilesTables['record.paperFile']

/** The caller asks for one office at a time. @throws Refusal `paper-files.office_not_yours` */
export function officeInScope(scope: Scope, office: string): string {
  if (scope.offices !== 'all' && !scope.offices.includes(office)) {
    throw new Refusal(refusals.office_not_yours, { office })
  }
  return office
}

/** What follows the last file of a page, in the order of the shelves. */
type After = Pick<Row, 'placeSort' | 'accountNo' | 'volumeNo' | 'paperFileId'>

/** Files of an office in the order of its shelves, as the filter narrows them. */
export async function paperFilesOf(
  read: Read,
  filter: PaperFilter,
  { after, limit }: { after: After | null; limit: number },
): Promise<Row[]> {
  let query = read
    .selectFrom('record.paperFile')
    .selectAll()
    .where('officeId', '=', filter.office)
    .orderBy('placeSort')
    .orderBy('accountNo')
    .orderBy('volumeNo')
    .orderBy('paperFileId')
    .limit(limit)
  if (filter.state !== undefined) query = query.where('state', '=', filter.state)
  for (const part of ['building', 'shelf', 'box'] as const) {
    const value = filter[part]
    if (value !== undefined) query = query.where(part, '=', value === '-' ? '' : value)
  }
  const account = accountBeginning(filter.q)
  if (account !== '') query = query.where('accountNo', 'like', `${account}%`)
  if (after !== null) {
    query = query.where(
      sql<boolean>`(place_sort, account_no, volume_no, paper_file_id)
        > (${after.placeSort}, ${after.accountNo}, ${after.volumeNo}, ${after.paperFileId}::uuid)`,
    )
  }
  return await query.execute()
}

/** Account numbers are typed with their dashes and in Thai digits; signs of `like` never count. */
function accountBeginning(q: string | undefined): string {
  return arabicDigits(q ?? '')
    .toUpperCase()
    .replace(/[^0-9A-Z\u0e01-\u0e2e]/g, '')
}

/** These files, as far as the scope reaches, in the order of the shelves. */
export async function paperFilesById(
  read: Read,
  scope: Scope,
  paperFileIds: readonly string[],
): Promise<Row[]> {
  let query = read
    .selectFrom('record.paperFile')
    .selectAll()
    .where('paperFileId', '=', sql<string>`any(${paperFileIds}::uuid[])`)
    .orderBy('placeSort')
    .orderBy('accountNo')
    .orderBy('volumeNo')
  if (scope.offices !== 'all') query = query.where('officeId', 'in', [...scope.offices, ''])
  return await query.execute()
}

/** Whose papers the file holds; null when there is none or the scope does not reach it. */
export async function paperFileFor(
  read: ReadTables<PaperFilesTables>,
  scope: Scope,
  paperFileId: string,
): Promise<Pick<Row, 'accountNo' | 'branchNo'> | null> {
  let query = read
    .selectFrom('record.paperFile')
    .select(['accountNo', 'branchNo'])
    .where('paperFileId', '=', paperFileId)
  if (scope.offices !== 'all') query = query.where('officeId', 'in', [...scope.offices, ''])
  return (await query.executeTakeFirst()) ?? null
}

/** The paper of these employers, as far as the scope reaches. */
export async function paperFilesOfAccounts(
  read: Read,
  scope: Scope,
  accounts: readonly string[],
): Promise<Row[]> {
  let query = read
    .selectFrom('record.paperFile')
    .selectAll()
    .where('accountNo', '=', sql<string>`any(${accounts}::text[])`)
    .orderBy('accountNo')
    .orderBy('branchNo')
    .orderBy('volumeNo')
    .limit(limits.places_max)
  if (scope.offices !== 'all') query = query.where('officeId', 'in', [...scope.offices, ''])
  return await query.execute()
}

/** Rows as screens see them, with the names that the register knows. */
export async function shownFiles(read: Read, rows: readonly Row[]): Promise<PaperFile[]> {
  const names = await employerNames(read, [...new Set(rows.map(({ accountNo }) => accountNo))])
  return rows.map(({ placeSort, ticket, changedAt, ...row }) => ({
    ...row,
    employerName: names.get(row.accountNo) ?? null,
    changedAt: changedAt.toISOString(),
  }))
}

/** What happened to a file that the caller was allowed to see, the latest first. */
export async function actsOf(read: Read, paperFileId: string): Promise<PaperAct[]> {
  const rows = await read
    .selectFrom('record.paperFileAct')
    .select(['actId', 'state', 'building', 'shelf', 'box', 'condition', 'lentTo', 'dueOn'])
    .select(['reason', 'undoes', 'lineBatch', 'actedAt', 'actedBy'])
    .where('paperFileId', '=', paperFileId)
    .orderBy('ticket', 'desc')
    .limit(limits.page_size)
    .execute()
  return rows.map(({ actedAt, ...act }) => ({ ...act, actedAt: actedAt.toISOString() }))
}

/** How many files of an office stand in each state, in all and by shelf, in the order of the shelves. */
export async function countsOf(read: Read, office: string, today: string): Promise<PaperCounts> {
  const rows = await read
    .selectFrom('record.paperFile')
    .select(['building', 'shelf', 'state'])
    .select(({ fn }) => [fn.countAll<number>().as('files'), fn.min('placeSort').as('sort')])
    .select(
      sql<number>`count(*) filter (where state = 'on-loan' and due_on < ${today}::date)`.as(
        'overdue',
      ),
    )
    .where('officeId', '=', office)
    .groupBy(['building', 'shelf', 'state'])
    .orderBy('sort')
    .limit(limits.places_max * paperStates.length)
    .execute()
  const all: PaperCounts = { files: 0, states: noCounts(), overdue: 0, shelves: [] }
  const shelves = new Map<string, PaperCounts['shelves'][number]>()
  for (const { building, shelf, state, files, overdue } of rows) {
    const key = JSON.stringify([building, shelf])
    const place = shelves.get(key) ?? { building, shelf, files: 0, states: noCounts() }
    shelves.set(key, place)
    for (const count of [place, all]) {
      count.files += files
      count.states[state] = (count.states[state] ?? 0) + files
    }
    all.overdue += overdue
  }
  return { ...all, shelves: [...shelves.values()] }
}

/** How many paper files of each office, as far as the scope reaches, stand in each state. */
export async function paperTotals(
  read: ReadTables<PaperFilesTables>,
  scope: Scope,
): Promise<Map<string, PaperCounts['states']>> {
  let query = read
    .selectFrom('record.paperFile')
    .select(['officeId', 'state'])
    .select(({ fn }) => fn.countAll<number>().as('files'))
    .groupBy(['officeId', 'state'])
  if (scope.offices !== 'all') query = query.where('officeId', 'in', [...scope.offices, ''])
  const totals = new Map<string, PaperCounts['states']>()
  for (const { officeId, state, files } of await query.execute()) {
    totals.set(officeId, { ...(totals.get(officeId) ?? noCounts()), [state]: files })
  }
  return totals
}

/** On which instants, from `from` on, files of each office became converted, and stayed so. */
export async function conversionsSince(
  read: ReadTables<PaperFilesTables>,
  scope: Scope,
  from: Date,
): Promise<{ officeId: string; day: string; files: number }[]> {
  let query = read
    .selectFrom('record.paperFile')
    .select('officeId')
    .select([
      sql<string>`to_char(changed_at at time zone 'Asia/Bangkok', 'YYYY-MM-DD')`.as('day'),
      sql<number>`count(*)`.as('files'),
    ])
    .where('state', '=', 'converted')
    .where('changedAt', '>=', from)
    .groupBy(['officeId', 'day'])
  if (scope.offices !== 'all') query = query.where('officeId', 'in', [...scope.offices, ''])
  return await query.execute()
}

function noCounts(): PaperCounts['states'] {
  // Every state is a key: what a screen asks for is there.
  return Object.fromEntries(paperStates.map((state) => [state, 0])) as PaperCounts['states']
}
