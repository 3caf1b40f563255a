export { defineJob, type Job, jobLimits } from './definition.ts'
export {
  type Enqueue,
  type EnqueueOptions,
  type Jobs,
  type JobsOptions,
  startJobs,
} from './jobs.ts'
export type { Paused } from './obey-pauses.ts'
export type { ParkedChoice, ParkedJob, ParkedPage } from './parked.ts'
export type { QueueDepth } from './queue.ts'
export type { QueueState } from './queue-states.ts'
export type { Attempt } from './run-job.ts'
export type { WorkerProcess } from './workers.ts'
