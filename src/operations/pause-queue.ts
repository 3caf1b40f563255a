import { type Id, Refusal } from '#kernel'
import type { Jobs } from '#platform/jobs'
import type { Context } from '#record'
import type { QueueAct } from './contract.ts'
import { actOnQueue, refuseUnknown } from './queue-act.ts'
import { refusals } from './refusals.ts'

export type PauseQueue = { id: Id; name: string; reason: string }

/**
 * From about a second on no process of the installation takes a job from this queue, until it is resumed;
 * what runs is finished. @throws Refusal `operations.queue_unknown`, `.paused_already`
 */
export async function pauseQueue(
  context: Context,
  jobs: Jobs,
  { id, name, reason }: PauseQueue,
): Promise<QueueAct> {
  refuseUnknown(jobs, name)
  return await actOnQueue(context, { id, act: 'pause', queue: name, reason }, async (write) => {
    const paused = await write
      .insertInto('desk.pausedQueue')
      .values({ queue: name, actId: id })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (paused.numInsertedOrUpdatedRows !== 1n)
      throw new Refusal(refusals.paused_already, { queue: name })
    return { jobs: 0 }
  })
}

/** @throws Refusal `operations.queue_unknown`, `.not_paused` */
export async function resumeQueue(
  context: Context,
  jobs: Jobs,
  { id, name }: Omit<PauseQueue, 'reason'>,
): Promise<QueueAct> {
  refuseUnknown(jobs, name)
  return await actOnQueue(context, { id, act: 'resume', queue: name }, async (write) => {
    const resumed = await write
      .deleteFrom('desk.pausedQueue')
      .where('queue', '=', name)
      .executeTakeFirst()
    if (resumed.numDeletedRows !== 1n) throw new Refusal(refusals.not_paused, { queue: name })
    return { jobs: 0 }
  })
}
