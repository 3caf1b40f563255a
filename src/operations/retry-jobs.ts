import { type Id, Refusal } from '#kernel'
import type { Jobs } from '#platform/jobs'
import type { Context } from '#record'
import type { QueueAct } from './contract.ts'
import { actOnQueue, refuseUnknown } from './queue-act.ts'
import { refusals } from './refusals.ts'

export type RetryJobs = { id: Id; name: string; jobId?: string | undefined }

/**
 * Sends failed jobs back to their queue with all their attempts: the one named, or all.
 * @throws Refusal `operations.queue_unknown`, `.job_gone`
 */
export async function retryJobs(
  context: Context,
  jobs: Jobs,
  { id, name, jobId }: RetryJobs,
): Promise<QueueAct> {
  refuseUnknown(jobs, name)
  return await actOnQueue(context, { id, act: 'retry', queue: name }, async (_, tx) => {
    const sent = await jobs.retryParked(tx, { name, ...(jobId === undefined ? {} : { id: jobId }) })
    if (sent === 0) throw new Refusal(refusals.job_gone, { queue: name })
    return { jobs: sent }
  })
}
