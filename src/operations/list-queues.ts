import type { Jobs, QueueState } from '#platform/jobs'
import type { Context } from '#record'
import { type FailedJob, limits, type Queue, type QueueAct, type Queues } from './contract.ts'
import { refuseUnknown } from './queue-act.ts'
import { actsOnQueue, pausesOf } from './store.ts'
import type { OperationsTables } from './tables.ts'

/** Every queue of the installation as it stands now. */
export async function listQueues(context: Context, jobs: Jobs): Promise<Queues> {
  context.may('operations.watch')
  const now = context.clock.now()
  const pauses = await pausesOf(context.read<OperationsTables>())
  const states = await jobs.queueStates(now)
  return { queues: states.map((state) => queueOf(state, pauses.get(state.name) ?? null, now)) }
}

function queueOf(state: QueueState, pause: QueueAct | null, now: Date): Queue {
  const { waiting, running, oldest, lastFailed, perMinute } = state
  const busy = running > 0 ? 'at-work' : waiting > 0 ? 'waiting' : 'idle'
  return {
    ...state,
    condition: pause === null ? busy : 'paused',
    oldest: oldest?.toISOString() ?? null,
    lastFailed: lastFailed?.toISOString() ?? null,
    endsAt: pause === null && waiting > 0 ? endOf(waiting, perMinute, now) : null,
    paused:
      pause === null
        ? null
        : { at: pause.at, personName: pause.personName, reason: pause.reason ?? '' },
  }
}

function endOf(waiting: number, perMinute: number | null, now: Date): string | null {
  if (perMinute === null || perMinute === 0) return null
  return new Date(now.getTime() + (waiting / perMinute) * 60_000).toISOString()
}

type FailedPage = { jobs: FailedJob[]; next: string | null }

/** Jobs of a queue that failed for good, oldest first. @throws Refusal `operations.queue_unknown` */
export async function listFailedJobs(
  context: Context,
  jobs: Jobs,
  { name, after }: { name: string; after?: string | undefined },
): Promise<FailedPage> {
  context.may('operations.watch')
  refuseUnknown(jobs, name)
  const limit = limits.failed_page_size
  const found = await jobs.parkedJobs({ name, limit, ...(after === undefined ? {} : { after }) })
  return {
    jobs: found.map(({ id, name: queue, reason, parkedAt, ...job }) => ({
      ...job,
      payload: { ...(job.payload as object) },
      jobId: id,
      queue,
      message: reason,
      failedAt: parkedAt.toISOString(),
    })),
    next: found.length === limit ? (found.at(-1)?.id ?? null) : null,
  }
}

/** What was done with a queue, the youngest first. */
export async function listQueueActs(
  context: Context,
  queue: string,
): Promise<{ acts: QueueAct[] }> {
  context.may('operations.watch')
  const read = context.read<OperationsTables>()
  return { acts: await actsOnQueue(read, { queue, limit: limits.acts_shown }) }
}
