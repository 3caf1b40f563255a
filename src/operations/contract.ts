import { z } from 'zod'
import { defineRoute } from '#kernel'

export const limits = { failed_page_size: 50, acts_shown: 20, reason_length_min: 3 }

export const queueActKinds = ['pause', 'resume', 'retry', 'drop', 'redo'] as const
export const QueueActKind = z.enum(queueActKinds)
export type QueueActKind = z.infer<typeof QueueActKind>

/** What a job that was given up should have done, and why it failed. */
export const DroppedJob = z.object({
  payload: z.record(z.string(), z.unknown()),
  code: z.string().nullable(),
  message: z.string(),
})
export type DroppedJob = z.infer<typeof DroppedJob>

/** What somebody did with a queue. */
export const QueueAct = z.object({
  actId: z.string(),
  at: z.iso.datetime(),
  act: QueueActKind,
  queue: z.string(),
  personName: z.string(),
  reason: z.string().nullable(),
  jobs: z.int(),
  dropped: DroppedJob.nullable(),
  /** A dropped job that was sent back to its queue after all. */
  redone: z.boolean(),
})
export type QueueAct = z.infer<typeof QueueAct>

/** `at-work`: jobs run; `waiting`: some wait and none runs; `idle`: nothing is to be done. */
export const queueConditions = ['paused', 'at-work', 'waiting', 'idle'] as const
export const QueueCondition = z.enum(queueConditions)
export type QueueCondition = z.infer<typeof QueueCondition>

export const Queue = z.object({
  name: z.string(),
  condition: QueueCondition,
  waiting: z.int(),
  running: z.int(),
  /** Failed for good, and kept until somebody decides. */
  failed: z.int(),
  /** When the last of those failed. */
  lastFailed: z.iso.datetime().nullable(),
  /** In the last 24 hours. */
  done: z.int(),
  /** Since when the oldest of those next in line waits. */
  oldest: z.iso.datetime().nullable(),
  /** Of the last ten minutes; null when too few were done to tell. */
  perMinute: z.number().nullable(),
  /** When nothing waits any more at this pace; null when it cannot be told. */
  endsAt: z.iso.datetime().nullable(),
  paused: z.object({ at: z.iso.datetime(), personName: z.string(), reason: z.string() }).nullable(),
})
export type Queue = z.infer<typeof Queue>

export const Queues = z.object({ queues: z.array(Queue) })
export type Queues = z.infer<typeof Queues>

export const FailedJob = z.object({
  jobId: z.string(),
  queue: z.string(),
  /** What screens have a sentence for; null when the program itself failed. */
  code: z.string().nullable(),
  /** As the program wrote it down, in English. */
  message: z.string(),
  payload: z.record(z.string(), z.unknown()),
  attempts: z.int(),
  failedAt: z.iso.datetime(),
})
export type FailedJob = z.infer<typeof FailedJob>

const QueueName = z.object({ name: z.string().max(120) })
const Reason = z.string().trim().min(limits.reason_length_min).max(500)

export const listQueues = defineRoute({
  method: 'GET',
  path: '/operations/queues',
  action: 'operations.watch',
  summary:
    'Every queue of jobs: what waits, runs, failed and was done, the pace, and whether it is paused',
  reply: Queues,
})

export const listFailedJobs = defineRoute({
  method: 'GET',
  path: '/operations/queues/:name/failed',
  action: 'operations.watch',
  summary: 'Jobs of a queue that failed for good, oldest first, with the reason',
  params: QueueName,
  query: z.object({ after: z.uuid().optional() }),
  reply: z.object({ jobs: z.array(FailedJob), next: z.string().nullable() }),
})

export const listQueueActs = defineRoute({
  method: 'GET',
  path: '/operations/queues/:name/acts',
  action: 'operations.watch',
  summary: 'What administrators did with a queue, the youngest first',
  params: QueueName,
  reply: z.object({ acts: z.array(QueueAct) }),
})

export const pauseQueue = defineRoute({
  method: 'POST',
  path: '/operations/queues/:name/pause',
  action: 'operations.control',
  summary: 'No process takes jobs from this queue any more; what runs is finished',
  params: QueueName,
  body: z.object({ id: z.uuid(), reason: Reason }),
  reply: QueueAct,
})

export const resumeQueue = defineRoute({
  method: 'POST',
  path: '/operations/queues/:name/resume',
  action: 'operations.control',
  summary: 'Jobs are taken from this queue again',
  params: QueueName,
  body: z.object({ id: z.uuid() }),
  reply: QueueAct,
})

export const retryJobs = defineRoute({
  method: 'POST',
  path: '/operations/queues/:name/retry',
  action: 'operations.control',
  summary: 'Sends failed jobs back to their queue: one, or all of it without a job named',
  params: QueueName,
  body: z.object({ id: z.uuid(), jobId: z.uuid().optional() }),
  reply: QueueAct,
})

export const dropJob = defineRoute({
  method: 'POST',
  path: '/operations/queues/:name/drop',
  action: 'operations.control',
  summary: 'Gives a failed job up, for a reason; what it was stays with the act',
  params: QueueName,
  body: z.object({ id: z.uuid(), jobId: z.uuid(), reason: Reason }),
  reply: QueueAct,
})

export const redoJob = defineRoute({
  method: 'POST',
  path: '/operations/acts/:actId/redo',
  action: 'operations.control',
  summary: 'Sends a job that was given up back to its queue',
  params: z.object({ actId: z.uuid() }),
  body: z.object({ id: z.uuid() }),
  reply: QueueAct,
})
