import { type Id, Refusal } from '#kernel'
import type { Jobs } from '#platform/jobs'
import type { Context } from '#record'
import { DroppedJob, type QueueAct } from './contract.ts'
import { actOnQueue, refuseUnknown } from './queue-act.ts'
import { refusals } from './refusals.ts'
import { findQueueAct } from './store.ts'
import type { OperationsTables } from './tables.ts'

export type DropJob = { id: Id; name: string; jobId: string; reason: string }

/**
 * Gives a failed job up. What it should have done stays with the act, so that `redoJob` can send it back.
 * @throws Refusal `operations.queue_unknown`, `.job_gone`
 */
export async function dropJob(
  context: Context,
  jobs: Jobs,
  { id, name, jobId, reason }: DropJob,
): Promise<QueueAct> {
  refuseUnknown(jobs, name)
  return await actOnQueue(context, { id, act: 'drop', queue: name, reason }, async (_, tx) => {
    const job = await jobs.dropParked(tx, { name, id: jobId })
    if (job === null) throw new Refusal(refusals.job_gone, { queue: name })
    const { payload, code, reason: message } = job
    return { jobs: 1, dropped: DroppedJob.parse({ payload, code, message }) }
  })
}

/** @throws Refusal `operations.job_gone`, `.redone_already` */
export async function redoJob(
  context: Context,
  jobs: Jobs,
  { id, actId }: { id: Id; actId: string },
): Promise<QueueAct> {
  context.may('operations.control')
  const act = await findQueueAct(context.read<OperationsTables>(), actId)
  if (act === null || act.dropped === null) throw new Refusal(refusals.job_gone)
  const { queue, dropped } = act
  refuseUnknown(jobs, queue)
  return await actOnQueue(context, { id, act: 'redo', queue }, async (write, tx) => {
    const marked = await write
      .updateTable('desk.queueAct')
      .set({ redoneBy: id })
      .where('actId', '=', actId)
      .where('redoneBy', 'is', null)
      .executeTakeFirst()
    if (marked.numUpdatedRows !== 1n) throw new Refusal(refusals.redone_already, { queue })
    await jobs.enqueueAgain(tx, { name: queue, payload: dropped.payload })
    return { jobs: 1 }
  })
}
