import { Refusal } from '#kernel'
import type { ReadTables, Tx } from '#platform/postgres'
import type { Context } from '#record'
import { cancelled, letScansWait } from './cancelled-scans.ts'
import { type Batch, limits } from './contract.ts'
import { inScope } from './examinations.ts'
import { refusals } from './refusals.ts'
import type { IntakeTables } from './tables.ts'

/** What the batches' progress asks of other modules, and the job that examines. */
export type IntakeGiven = {
  /** Pages filed from each of these batches, and how many of them are read by machine. */
  pagesOfBatches(
    context: Context,
    batchIds: readonly string[],
  ): Promise<ReadonlyMap<string, { pages: number; read: number }>>
  enqueueExamination(tx: Tx, batchId: string): Promise<unknown>
}

type Progress = Pick<IntakeGiven, 'pagesOfBatches'>
type Read = ReadTables<IntakeTables>

/**
 * Batches that go to their files by themselves, newest first, with how far each is; the line shows its own.
 * `before` is the ticket of the last one shown.
 */
export async function listBatches(
  context: Context,
  given: Progress,
  { before }: { before?: string | undefined },
): Promise<{ batches: Batch[]; next: string | null }> {
  const scope = context.may('intake.list')
  const read = context.read<IntakeTables>()
  let query = read.selectFrom('record.batch').selectAll().orderBy('ticket', 'desc')
  query = query.where('way', '=', 'direct')
  if (scope.offices !== 'all') query = query.where('officeId', 'in', [...scope.offices, ''])
  if (before !== undefined) query = query.where('ticket', '<', Number(before) || 0)
  const rows = await query.limit(limits.page_size_max).execute()
  const ids = rows.map(({ batchId }) => batchId)
  const counts = await countsOf(read, ids)
  const stopped = await cancelledOf(read, ids)
  const pages = await given.pagesOfBatches(context, ids)
  const batches = rows.map(({ ticket, way: _, receivedAt, source, ...row }): Batch => {
    const count = counts.get(row.batchId) ?? none
    const done = count.examined >= count.scans
    return {
      ...row,
      source: sourceOf(source),
      receivedAt: receivedAt.toISOString(),
      state: stopped.has(row.batchId) ? 'cancelled' : done ? 'done' : 'examining',
      ...count,
      pages: pages.get(row.batchId)?.pages ?? 0,
      pagesRead: pages.get(row.batchId)?.read ?? 0,
    }
  })
  const last = rows.at(-1)
  return { batches, next: rows.length < limits.page_size_max ? null : String(last?.ticket) }
}

/** The newest batches, for screens that watch. */
export async function batchProgress(context: Context, given: Progress): Promise<Batch[]> {
  return (await listBatches(context, given, {})).batches
}

const none = { scans: 0, examined: 0, filed: 0, waiting: 0, quarantined: 0, duplicates: 0 }

type Counts = typeof none

async function countsOf(read: Read, batchIds: readonly string[]): Promise<Map<string, Counts>> {
  if (batchIds.length === 0) return new Map()
  const rows = await read
    .selectFrom('record.scan as s')
    .leftJoin('derived.scanExamination as e', 'e.scanId', 's.scanId')
    .select(['s.batchId', 'e.state', 'e.reason'])
    .select(({ fn, eb }) => [
      fn.countAll<number>().as('scans'),
      fn.count<number>('s.duplicateOf').as('duplicates'),
      eb.fn.count<number>('e.scanId').as('examined'),
    ])
    .where('s.batchId', 'in', batchIds)
    .groupBy(['s.batchId', 'e.state', 'e.reason'])
    .execute()
  const counts = new Map<string, Counts>()
  for (const { batchId, state, reason, scans, duplicates, examined } of rows) {
    const count = counts.get(batchId) ?? { ...none }
    count.scans += Number(scans)
    count.duplicates += Number(duplicates)
    // Measured but not placed yet still counts as under way; a duplicate needs no look.
    count.examined += state === 'examined' || reason === cancelled ? 0 : Number(examined)
    count.examined += Number(duplicates)
    if (state === 'filed' || state === 'waiting' || state === 'quarantined') {
      count[state] += Number(scans)
    }
    counts.set(batchId, count)
  }
  return counts
}

async function cancelledOf(read: Read, batchIds: readonly string[]): Promise<Set<string>> {
  if (batchIds.length === 0) return new Set()
  const rows = await read
    .selectFrom('desk.batchWork')
    .select('batchId')
    .where('batchId', 'in', batchIds)
    .where('state', '=', 'cancelled')
    .execute()
  return new Set(rows.map(({ batchId }) => batchId))
}

function sourceOf(text: string): Batch['source'] {
  return text === 'upload' || text === 'watched-folder' ? text : 'folder'
}

/** Stops the work on a batch between two scans. What is filed stays, the rest waits in the inbox. */
export async function cancelBatch(
  context: Context,
  batchId: string,
): Promise<{ state: 'cancelled' }> {
  await knownBatch(context, batchId)
  await setWork(context, { batchId, state: 'cancelled' })
  await letScansWait(context, batchId)
  return { state: 'cancelled' }
}

export async function resumeBatch(
  context: Context,
  given: Pick<IntakeGiven, 'enqueueExamination'>,
  batchId: string,
): Promise<{ state: 'examining' }> {
  await knownBatch(context, batchId)
  await setWork(context, { batchId, state: 'examining' }, given)
  return { state: 'examining' }
}

async function setWork(
  context: Context,
  work: { batchId: string; state: string },
  given?: Pick<IntakeGiven, 'enqueueExamination'>,
): Promise<void> {
  const row = { ...work, changedAt: context.clock.now() }
  await context.desk<IntakeTables, void>(async (write, tx) => {
    await write
      .insertInto('desk.batchWork')
      .values(row)
      .onConflict((conflict) => conflict.column('batchId').doUpdateSet(row))
      .execute()
    await given?.enqueueExamination(tx, work.batchId)
  })
}

async function knownBatch(context: Context, batchId: string): Promise<void> {
  const scope = context.may('intake.receive')
  const row = await context
    .read<IntakeTables>()
    .selectFrom('record.batch')
    .select('officeId')
    .where('batchId', '=', batchId)
    .executeTakeFirst()
  if (row === undefined || !inScope(scope, row.officeId)) {
    throw new Refusal(refusals.batch_unknown, { batchId })
  }
}
