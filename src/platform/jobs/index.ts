export { defineJob, type Job, jobLimits } from './definition.ts'
export {
  type Enqueue,
  type EnqueueOptions,
  type Jobs,
  type JobsOptions,
  startJobs,
} from './jobs.ts'
export type { ParkedJob, QueueDepth } from './queue.ts'
export type { Attempt } from './run-job.ts'
