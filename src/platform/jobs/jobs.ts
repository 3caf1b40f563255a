import type { PgBoss } from 'pg-boss'
import { assert } from '#kernel'
import { type Database, type Log, silentLog, type Tx } from '#platform/postgres'
import type { Job } from './definition.ts'
import {
  type ParkedJob,
  parkedJobs,
  parkedQueue,
  type QueueDepth,
  queueDepth,
  refuseTwins,
  startQueue,
} from './queue.ts'
import { type Attempt, type Runner, runJob } from './run-job.ts'

export type EnqueueOptions = {
  /**
   * While a job of this name and key waits, another is not added. Only for work that the key names
   * completely: the waiting job may start before this transaction commits and not see what it wrote.
   * Also the handle for `cancel`.
   */
  singletonKey?: string
  /** Higher first; 0 unless named. */
  priority?: number
  startAfter?: Date
}

/** Adds a job inside `tx`: it exists if and only if the transaction commits. Null: one waits already. */
export type Enqueue = <Context, Payload>(
  tx: Tx,
  job: Job<Context, Payload>,
  payload: Payload,
  options?: EnqueueOptions,
) => Promise<string | null>

export type Jobs = {
  enqueue: Enqueue
  queueDepth(): Promise<QueueDepth[]>
  /** Oldest first. */
  parkedJobs(limit?: number): Promise<ParkedJob[]>
  /** Sends parked jobs back to their queues with all their attempts; returns how many. */
  retryParked(ids: readonly string[]): Promise<number>
  /** Ends the waiting and running jobs of this key; returns how many. A running one hears its signal. */
  cancel(job: { name: string }, singletonKey: string): Promise<number>
  /** Takes no new job, waits for those running, aborts what is left after `grace_ms`. */
  stop(options?: { grace_ms?: number }): Promise<void>
}

export type JobsOptions<Context> = {
  database: Database
  definitions: readonly Job<Context, unknown>[]
  /** Makes what one attempt may use. */
  context: (attempt: Attempt) => Context | Promise<Context>
  /** Which kinds this process works on: all, none (it only enqueues), or those named. */
  workers: 'all' | 'none' | readonly string[]
  log?: Log
}

export const stopLimits = { grace_ms: 20_000 }

/**
 * Opens the queue and starts the workers. Refusals: `platform.job_defined_twice`, and
 * `platform.job_without_handler` when jobs wait that nobody here would ever run.
 */
export async function startJobs<Context>(options: JobsOptions<Context>): Promise<Jobs> {
  const { database, definitions, context, workers, log = silentLog } = options
  refuseTwins(definitions)
  const boss = await startQueue(database, definitions, log)
  const runner: Runner<Context> = { context, running: new Map(), log }
  for (const job of definitions)
    if (workers === 'all' || workers.includes(job.name)) await work(boss, job, runner)
  const known = new Set(definitions.map(({ name }) => name))
  return {
    enqueue: async (tx, job, payload, enqueueOptions = {}) => {
      assert(known.has(job.name), `the job ${job.name} is among the definitions`)
      return await add(boss, tx, { job, payload, ...enqueueOptions })
    },
    queueDepth: () => queueDepth(database),
    parkedJobs: (limit = 100) => parkedJobs(boss, limit),
    retryParked: (ids) => boss.redrive(parkedQueue, { ids: [...ids] }),
    cancel: (job, key) => cancel(boss, { name: job.name, key, running: runner.running }),
    stop: ({ grace_ms = stopLimits.grace_ms } = {}) => boss.stop({ timeout: grace_ms }),
  }
}

async function work<Context>(
  boss: PgBoss,
  job: Job<Context, unknown>,
  runner: Runner<Context>,
): Promise<void> {
  const options = {
    pollingIntervalSeconds: 0.5,
    localConcurrency: job.concurrency ?? 1,
    batchSize: 1,
    perJobResults: true,
  } as const
  await boss.work<unknown, object, typeof options>(job.name, options, (batch) =>
    Promise.all(batch.map((fetched) => runJob(job, fetched, runner))),
  )
}

type Addition<Context, Payload> = EnqueueOptions & { job: Job<Context, Payload>; payload: Payload }

async function add<Context, Payload>(
  boss: PgBoss,
  tx: Tx,
  { job, payload, singletonKey, priority = 0, startAfter }: Addition<Context, Payload>,
): Promise<string | null> {
  const { success, data } = job.payload.safeParse(payload)
  assert(success && typeof data === 'object' && data !== null, `${job.name} gets its payload`)
  const db = {
    executeSql: async (text: string, values: unknown[] = []) => ({
      rows: await tx.execute(text, values),
    }),
  }
  // Asked, not forced by a unique index: that would make writers of different employers wait for each other.
  if (singletonKey !== undefined) {
    const waiting = await boss.findJobs(job.name, { key: singletonKey, queued: true, limit: 1, db })
    if (waiting.length > 0) return null
  }
  return await boss.send(job.name, data, {
    db,
    priority,
    ...(singletonKey === undefined ? {} : { singletonKey }),
    ...(startAfter === undefined ? {} : { startAfter }),
  })
}

type Cancellation = { name: string; key: string; running: Map<string, AbortController> }

async function cancel(boss: PgBoss, { name, key, running }: Cancellation): Promise<number> {
  const found = await boss.findJobs(name, { key })
  const ids = found
    .filter(({ state }) => state === 'created' || state === 'retry' || state === 'active')
    .map(({ id }) => id)
  if (ids.length === 0) return 0
  await boss.cancel(name, ids)
  for (const id of ids) running.get(id)?.abort(new Error('the job was cancelled'))
  return ids.length
}
