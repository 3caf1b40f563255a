import type { Jobs } from '#platform/jobs'
import { type Handler, handle } from '#record'
import * as contract from './contract.ts'
import { dropJob, redoJob } from './drop-job.ts'
import { listFailedJobs, listQueueActs, listQueues } from './list-queues.ts'
import { pauseQueue, resumeQueue } from './pause-queue.ts'
import { retryJobs } from './retry-jobs.ts'

export function operationsHandlers({ jobs }: { jobs: Jobs }): Handler[] {
  return [
    handle(contract.listQueues, (context) => listQueues(context, jobs)),
    handle(contract.listFailedJobs, (context, { params, query }) =>
      listFailedJobs(context, jobs, { ...params, ...query }),
    ),
    handle(contract.listQueueActs, (context, { params }) => listQueueActs(context, params.name)),
    handle(contract.pauseQueue, (context, { params, body }) =>
      pauseQueue(context, jobs, { ...params, ...body }),
    ),
    handle(contract.resumeQueue, (context, { params, body }) =>
      resumeQueue(context, jobs, { ...params, ...body }),
    ),
    handle(contract.retryJobs, (context, { params, body }) =>
      retryJobs(context, jobs, { ...params, ...body }),
    ),
    handle(contract.dropJob, (context, { params, body }) =>
      dropJob(context, jobs, { ...params, ...body }),
    ),
    handle(contract.redoJob, (context, { params, body }) =>
      redoJob(context, jobs, { ...params, ...body }),
    ),
  ]
}
