import type { ReadTables } from '#platform/postgres'
import type { QueueAct } from './contract.ts'
import type { OperationsTables } from './tables.ts'

type Read = ReadTables<OperationsTables>

/** No scope: queues hold the work of every office, and what is read here is nobody's matter. */
export async function pausesOf(read: Read): Promise<Map<string, QueueAct>> {
  const rows = await read
    .selectFrom('desk.pausedQueue as paused')
    .innerJoin('desk.queueAct as act', 'act.actId', 'paused.actId')
    .selectAll('act')
    .execute()
  return new Map(rows.map((row) => [row.queue, queueActOf(row)]))
}

/** For every process that takes jobs: the queues it leaves alone. */
export async function pausedQueues(read: Read): Promise<string[]> {
  const rows = await read.selectFrom('desk.pausedQueue').select('queue').execute()
  return rows.map(({ queue }) => queue)
}

export async function findQueueAct(read: Read, actId: string): Promise<QueueAct | null> {
  const row = await read
    .selectFrom('desk.queueAct')
    .selectAll()
    .where('actId', '=', actId)
    .executeTakeFirst()
  return row === undefined ? null : queueActOf(row)
}

/** The youngest first. */
export async function actsOnQueue(
  read: Read,
  { queue, limit }: { queue: string; limit: number },
): Promise<QueueAct[]> {
  const rows = await read
    .selectFrom('desk.queueAct')
    .selectAll()
    .where('queue', '=', queue)
    .orderBy('at', 'desc')
    .orderBy('actId', 'desc')
    .limit(limit)
    .execute()
  return rows.map(queueActOf)
}

function queueActOf({
  at,
  person: _,
  redoneBy,
  ...row
}: OperationsTables['desk.queueAct']): QueueAct {
  return { ...row, at: at.toISOString(), redone: redoneBy !== null }
}
