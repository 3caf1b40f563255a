import { sql } from 'kysely'
import type { ReadTables } from '#platform/postgres'
import type { Context } from '#record'
import type { Examination, IntakeTables } from './tables.ts'

export const cancelled = 'cancelled'

export async function isCancelled(context: Context, batchId: string): Promise<boolean> {
  const row = await context
    .read<IntakeTables>()
    .selectFrom('desk.batchWork')
    .select('state')
    .where('batchId', '=', batchId)
    .executeTakeFirst()
  return row?.state === 'cancelled'
}

/**
 * Lets every scan of a cancelled batch that came nowhere yet wait in the inbox, looked at or not. Said by
 * who cancels and again by the job that notices, since either may be the last to write.
 */
export async function letScansWait(context: Context, batchId: string): Promise<void> {
  const examinedAt = context.clock.now()
  await context.desk<IntakeTables, unknown>((write) =>
    write
      .insertInto('derived.scanExamination')
      .columns(['scanId', 'officeId', 'batchId', 'state', 'reason', 'facts', 'pages', 'examinedAt'])
      .expression(unfinished(write, batchId, examinedAt))
      .onConflict((conflict) =>
        conflict
          .column('scanId')
          .doUpdateSet({ state: 'waiting', reason: cancelled })
          .where('derived.scanExamination.state', '=', 'examined'),
      )
      .execute(),
  )
}

function unfinished(read: ReadTables<IntakeTables>, batchId: string, examinedAt: Date) {
  return read
    .selectFrom('record.scan as s')
    .innerJoin('record.batch as b', 'b.batchId', 's.batchId')
    .select(['s.scanId', 's.officeId', 's.batchId'])
    .select([
      sql<Examination['state']>`'waiting'`.as('state'),
      sql<string>`${cancelled}::text`.as('reason'),
      sql<Examination['facts']>`'{}'::jsonb`.as('facts'),
      sql<Examination['pages']>`'[]'::jsonb`.as('pages'),
      sql<Date>`${examinedAt}::timestamptz`.as('examinedAt'),
    ])
    .where('s.batchId', '=', batchId)
    .where('s.duplicateOf', 'is', null)
    .where('s.setAsideReason', 'is', null)
    .where('b.way', '=', 'direct')
}

/** A scan that waits because its batch was cancelled before anybody looked at it. */
export function isUnseen({ reason, pages }: Examination): boolean {
  return reason === cancelled && pages.length === 0
}
