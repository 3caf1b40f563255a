import { sql } from 'kysely'
import { ahead, assert } from '#kernel'
import { sha256 } from '#platform/digests'
import type { ReadTables } from '#platform/postgres'
import type { PlannedChange } from '#record'
import { RegisterFacts } from './commits.ts'
import type { EmployersTables } from './tables.ts'

export const limits = { page_rows: 5_000 }

/**
 * SHA-256 of the canonical JSON of facts that `RegisterFacts` gave: by it an import tells whether an
 * employer says the same as before. Such facts have their members in order, so no sorting is needed,
 * which was half of the time of an import.
 */
export function factsDigest(facts: RegisterFacts): string {
  return sha256(JSON.stringify(facts))
}

type StagedRow = {
  accountNo: string
  branchNo: string
  facts: string
  version: number
  before: Buffer | null
}

type Progress = (employers: number, rows: number) => void

/**
 * The employers of an import that are new or say something else than the record, in stream order. Reads
 * pages by key, so a register of any size costs one page of memory.
 */
export async function* changedEmployers(
  read: ReadTables<EmployersTables>,
  importId: string,
  progress: Progress,
): AsyncIterable<PlannedChange> {
  let rows = 0
  let employers = 0
  for await (const group of accountGroups(read, importId)) {
    rows += group.length
    employers += 1
    if (employers % limits.page_rows === 0) progress(employers, rows)
    const change = changeOf(group)
    if (change !== null) yield change
  }
  progress(employers, rows)
}

async function* accountGroups(
  read: ReadTables<EmployersTables>,
  importId: string,
): AsyncIterable<StagedRow[]> {
  let group: StagedRow[] = []
  for await (const page of ahead(stagedPages(read, importId))) {
    for (const row of page) {
      if (group[0] && group[0].accountNo !== row.accountNo) {
        yield group
        group = []
      }
      group.push(row)
    }
  }
  if (group.length > 0) yield group
}

async function* stagedPages(
  read: ReadTables<EmployersTables>,
  importId: string,
): AsyncIterable<StagedRow[]> {
  for (let last = { accountNo: '', branchNo: '' }; ; ) {
    const page = await stagedPage(read, importId, last)
    const tail = page.at(-1)
    if (tail === undefined) return
    last = tail
    yield page
  }
}

async function stagedPage(
  read: ReadTables<EmployersTables>,
  importId: string,
  after: { accountNo: string; branchNo: string },
): Promise<StagedRow[]> {
  // Lookups stand as subqueries: a join would be planned as a scan of all streams for every page.
  const page = await sql<StagedRow>`
    select r.account_no, r.branch_no, r.facts,
      coalesce((select s.version from record.stream s
        where s.stream = 'employer/' || r.account_no), 0) as version,
      (select e.facts_sha256 from record.employer e where e.account_no = r.account_no) as before
    from desk.register_row r
    where r.import_id = ${importId}
      and (r.account_no, r.branch_no) > (${after.accountNo}, ${after.branchNo})
    order by r.account_no, r.branch_no limit ${limits.page_rows}`.execute(read)
  return page.rows
}

function changeOf(group: readonly StagedRow[]): PlannedChange | null {
  const head = group[0]
  assert(head, 'a group has a row')
  const rows = group.map(({ branchNo, facts }) => ({ branchNo, facts: parsed(facts) }))
  // Rows come in order of their branches: the head office, 000000, is first where there is one.
  const employer = rows[0]?.facts
  assert(employer, 'a group has a row')
  const establishments = rows.map(({ branchNo, facts: { address, name, officeId } }) => ({
    address,
    branchNo,
    name,
    officeId,
  }))
  const facts: RegisterFacts = { employer, establishments }
  if (head.before !== null && head.before.toString('hex') === factsDigest(facts)) return null
  return { stream: `employer/${head.accountNo}`, seen: head.version, facts }
}

function parsed(facts: string): RegisterFacts['employer'] {
  return RegisterFacts.shape.employer.parse(JSON.parse(facts))
}
