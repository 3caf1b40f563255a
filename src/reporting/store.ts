import { sql } from 'kysely'
import { Refusal, type Scope } from '#kernel'
import type { ReadTables } from '#platform/postgres'
import { type LineState, limits, lineStates, type Progress } from './contract.ts'
import type { LineEvent } from './line-event.ts'
import { refusals } from './refusals.ts'
import type { ReportingTables } from './tables.ts'

export type Read = ReadTables<ReportingTables>

/** The scope, narrowed to one office when one is asked for. @throws Refusal `reporting.office_not_yours` */
export function narrowed(scope: Scope, office: string | undefined): Scope {
  if (office === undefined) return scope
  if (scope.offices !== 'all' && !scope.offices.includes(office)) {
    throw new Refusal(refusals.office_not_yours, { office })
  }
  // A part of what was decided.
  return { ...scope, offices: [office] }
}

/** Batches by state, with how many pages they hold and since when the oldest waits. */
export async function boardOf(read: Read, scope: Scope): Promise<Progress['board']> {
  let query = read
    .selectFrom('derived.lineBatch')
    .select('state')
    .select(({ fn }) => [
      fn.countAll<number>().as('batches'),
      fn.sum<number>('pages').as('pages'),
      fn.min('since').as('oldest'),
    ])
    .groupBy('state')
  if (scope.offices !== 'all') query = query.where('officeId', 'in', [...scope.offices, ''])
  const rows = new Map((await query.execute()).map((row) => [row.state, row]))
  return lineStates.map((state) => {
    const row = rows.get(state)
    if (row === undefined) return { state, batches: 0, pages: 0, oldest: null }
    const { batches, pages, oldest } = row
    return { state, batches, pages: Number(pages), oldest: oldest.toISOString() }
  })
}

/** Batches in a state, those that wait longest first; done ones the latest first. */
export async function batchesIn(read: Read, scope: Scope, state: LineState) {
  let query = read
    .selectFrom('derived.lineBatch')
    .selectAll()
    .where('state', '=', state)
    .orderBy('since', state === 'certified' ? 'desc' : 'asc')
    .orderBy('batchId')
    .limit(limits.page_size)
  if (scope.offices !== 'all') query = query.where('officeId', 'in', [...scope.offices, ''])
  return await query.execute()
}

type EventRow = Omit<LineEvent, 'at'> & { officeId: string; at: Date }
export type OfficeEvent = LineEvent & { officeId: string }

/**
 * What happened on the line from `from` on, and how each batch stood then: a batch that waits since before
 * counts as waiting from the first moment.
 */
export async function eventsSince(read: Read, scope: Scope, from: Date): Promise<OfficeEvent[]> {
  const offices = scope.offices === 'all' ? null : [...scope.offices]
  const rows = await sql<EventRow>`
    select * from (
      select e.batch_id, e.office_id, e.state, e.round, e.at, e.person, e.pages, e.documents,
        e.rejected, e.reasons
      from derived.line_event e
      where e.at >= ${from} and (${offices}::text[] is null or e.office_id = any(${offices}::text[]))
      union all
      (select distinct on (e.batch_id) e.batch_id, e.office_id, e.state, e.round, ${from}::timestamptz,
        e.person, e.pages, e.documents, 0, '{}'::jsonb
      from derived.line_batch b join derived.line_event e using (batch_id)
      where (b.state <> 'certified' or b.since >= ${from}) and e.at < ${from}
        and (${offices}::text[] is null or b.office_id = any(${offices}::text[]))
      order by e.batch_id, e.at desc)
    ) event order by at desc limit ${limits.events_max}`.execute(read)
  return rows.rows.reverse().map(({ at, ...event }) => ({ ...event, at: at.getTime() }))
}
