import { bulkInsert, type Tx } from '#platform/postgres'
import type { ListedFacts } from './commits.ts'
import { placeSort } from './paper-file.ts'
import type { Standing } from './tables.ts'

/** What an act writes into every row that it touches. */
export type ActFacts = {
  ticket: number
  actId: string
  at: Date
  by: string
  reason: string | null
  undoes: string | null
  /** The number of the batch that brings the step; null where a person says it. */
  lineBatch: string | null
}

export type ListedFile = { paperFileId: string; facts: ListedFacts }

/** Files that no list named before: expected, and nothing more. */
export async function insertExpected(
  write: Tx,
  files: readonly ListedFile[],
  act: ActFacts,
): Promise<void> {
  const columns = {
    paper_file_id: 'uuid',
    account_no: 'text',
    branch_no: 'text',
    volume_no: 'int4',
    office_id: 'text',
    state: 'text',
    building: 'text',
    shelf: 'text',
    box: 'text',
    place_sort: 'text',
    condition: 'text',
    changed_at: 'timestamptz',
    changed_by: 'text',
    ticket: 'int8',
  } as const
  const rows = files.map(({ paperFileId, facts }) => ({
    paper_file_id: paperFileId,
    account_no: facts.accountNo,
    branch_no: facts.branchNo,
    volume_no: facts.volumeNo,
    office_id: facts.officeId,
    state: 'expected',
    building: facts.building,
    shelf: facts.shelf,
    box: facts.box,
    place_sort: placeSort(facts),
    condition: facts.condition,
    changed_at: act.at,
    changed_by: act.by,
    ticket: act.ticket,
  }))
  await bulkInsert(write, { table: 'record.paper_file', columns }, rows)
}

/** A later list says where known files stand; what people said of their state stays. */
export async function moveListed(
  write: Tx,
  files: readonly ListedFile[],
  act: ActFacts,
): Promise<void> {
  const rows = files.map(({ paperFileId, facts }) => ({
    paper_file_id: paperFileId,
    office_id: facts.officeId,
    building: facts.building,
    shelf: facts.shelf,
    box: facts.box,
    condition: facts.condition,
    place_sort: placeSort(facts),
  }))
  await write.execute(
    `update record.paper_file f set office_id = a.office_id, building = a.building, shelf = a.shelf,
       box = a.box, condition = a.condition, place_sort = a.place_sort,
       changed_at = $2, changed_by = $3, ticket = $4
     from json_to_recordset($1::json) as a (paper_file_id uuid, office_id text, building text,
       shelf text, box text, condition text, place_sort text)
     where f.paper_file_id = a.paper_file_id`,
    [JSON.stringify(rows), act.at, act.by, act.ticket],
  )
}

/** Each file stands from now on as the act says. */
export async function writeStandings(
  write: Tx,
  files: readonly { paperFileId: string; after: Standing }[],
  act: ActFacts,
): Promise<void> {
  const rows = files.map(({ paperFileId, after: { lentTo, dueOn, ...after } }) => ({
    paper_file_id: paperFileId,
    ...after,
    lent_to: lentTo,
    due_on: dueOn,
    place_sort: placeSort(after),
  }))
  await write.execute(
    `update record.paper_file f set state = a.state, building = a.building, shelf = a.shelf,
       box = a.box, condition = a.condition, lent_to = a.lent_to, due_on = a.due_on,
       place_sort = a.place_sort, changed_at = $2, changed_by = $3, ticket = $4
     from json_to_recordset($1::json) as a (paper_file_id uuid, state text, building text, shelf text,
       box text, condition text, lent_to text, due_on date, place_sort text)
     where f.paper_file_id = a.paper_file_id`,
    [JSON.stringify(rows), act.at, act.by, act.ticket],
  )
}

/** The line has the paper, or is done with it: the place and condition stay, a loan has ended. */
export async function standOnLine(
  write: Tx,
  { paperFileId, state }: { paperFileId: string; state: 'on-line' | 'converted' },
  act: ActFacts,
): Promise<void> {
  await write.execute(
    `update record.paper_file set state = $2, lent_to = null, due_on = null,
       changed_at = $3, changed_by = $4, ticket = $5
     where paper_file_id = $1::uuid`,
    [paperFileId, state, act.at, act.by, act.ticket],
  )
  await noteAct(write, [paperFileId], act)
}

/** Notes how these files stand now, after the act. */
export async function noteAct(
  write: Tx,
  paperFileIds: readonly string[],
  { ticket, actId, reason, undoes, lineBatch }: ActFacts,
): Promise<void> {
  await write.execute(
    `insert into record.paper_file_act (paper_file_id, ticket, act_id, office_id, state, building,
       shelf, box, condition, lent_to, due_on, reason, undoes, line_batch, acted_at, acted_by)
     select paper_file_id, $2::bigint, $3::uuid, office_id, state, building, shelf, box, condition,
       lent_to, due_on, $4::text, $5::uuid, $6::text, changed_at, changed_by
     from record.paper_file where paper_file_id = any($1::uuid[])`,
    [paperFileIds, ticket, actId, reason, undoes, lineBatch],
  )
}
