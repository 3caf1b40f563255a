import { assert, type Id, Refusal } from '#kernel'
import type { Jobs } from '#platform/jobs'
import { jsonb, type Tx, type WriteTables } from '#platform/postgres'
import type { Context } from '#record'
import type { DroppedJob, QueueAct, QueueActKind } from './contract.ts'
import { refusals } from './refusals.ts'
import { findQueueAct } from './store.ts'
import type { OperationsTables } from './tables.ts'

export type Write = WriteTables<OperationsTables>

/** What an act did: how many jobs it moved, and the job it dropped. */
export type Outcome = { jobs: number; dropped?: DroppedJob }

type Asked = { id: Id; act: QueueActKind; queue: string; reason?: string | null }

/**
 * Does something with a queue and notes who did it, when and why, in one transaction. The same id again
 * does nothing and answers the same.
 */
export async function actOnQueue(
  context: Context,
  { id, act, queue, reason = null }: Asked,
  work: (write: Write, tx: Tx) => Promise<Outcome>,
): Promise<QueueAct> {
  context.may('operations.control')
  return await context.desk(async (write: Write, tx) => {
    const noted = await write
      .insertInto('desk.queueAct')
      .values({
        ...{ actId: id, at: context.clock.now(), act, queue, reason },
        ...{ person: context.actor.person, personName: context.actor.name },
        ...{ jobs: 0, dropped: null, redoneBy: null },
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (noted.numInsertedOrUpdatedRows === 1n) {
      const { jobs, dropped } = await work(write, tx)
      await write
        .updateTable('desk.queueAct')
        .set({ jobs, dropped: dropped === undefined ? null : jsonb(dropped) })
        .where('actId', '=', id)
        .execute()
    }
    const found = await findQueueAct(write, id)
    assert(found, 'an act that was noted is found')
    return found
  })
}

/** @throws Refusal `operations.queue_unknown` */
export function refuseUnknown(jobs: Pick<Jobs, 'names'>, queue: string): void {
  if (!jobs.names.includes(queue)) throw new Refusal(refusals.queue_unknown, { queue })
}
