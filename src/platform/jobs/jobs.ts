import type { PgBoss } from 'pg-boss'
import { assert } from '#kernel'
import { type Database, type Log, silentLog, type Tx } from '#platform/postgres'
import type { Job } from './definition.ts'
import { handsFor } from './hand.ts'
import { obeyPauses, type Paused } from './obey-pauses.ts'
import {
  dropParked,
  type ParkedChoice,
  type ParkedJob,
  type ParkedPage,
  parkedJobs,
  parkedQueue,
  retryParked,
} from './parked.ts'
import { type QueueDepth, queueDepth, refuseTwins, startQueue } from './queue.ts'
import { type QueueState, queueStates } from './queue-states.ts'
import type { Attempt, Runner } from './run-job.ts'
import { sessionOf } from './session.ts'
import { type WorkerProcess, workerProcesses } from './workers.ts'

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
  /** Every kind of job that there is. */
  readonly names: readonly string[]
  queueDepth(): Promise<QueueDepth[]>
  /** How each queue stands, as one sees it at `now`. */
  queueStates(now: Date): Promise<QueueState[]>
  /** Oldest first. */
  parkedJobs(page?: ParkedPage): Promise<ParkedJob[]>
  /** Sends parked jobs back to their queues with all their attempts; returns how many. */
  retryParked(tx: Tx, choice: ParkedChoice): Promise<number>
  /** Takes a parked job away for good and gives what it was; null when it is not there any more. */
  dropParked(tx: Tx, job: Required<ParkedChoice>): Promise<ParkedJob | null>
  /** Adds a job by the name and payload it once had. */
  enqueueAgain(tx: Tx, job: { name: string; payload: unknown }): Promise<string | null>
  /** The processes that take jobs, and those of the last days that did. */
  workers(): Promise<WorkerProcess[]>
  /** Paused kinds of which this process takes nothing and has nothing in hand any more. */
  resting(): string[]
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
  /** What this process is called among those that take jobs. */
  node?: string
  /** Which queues are paused; asked before the first job is taken, and every second. */
  paused?: Paused
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
  const worker = workers === 'none' ? null : (options.node ?? 'node')
  const boss = await startQueue(database, definitions, { log, worker })
  const runner: Runner<Context> = { context, running: new Map(), log }
  const hands = definitions
    .filter(({ name }) => workers === 'all' || workers.includes(name))
    .flatMap((job) => handsFor(boss, job, runner))
  const paused = options.paused ?? nonePaused
  const obedience = await obeyPauses(hands, { paused, log }).catch(async (error: unknown) => {
    await boss.stop({ graceful: false })
    throw error
  })
  const named = new Map(definitions.map((job) => [job.name, job]))
  const names = [...named.keys()]
  return {
    enqueue: async (tx, job, payload, enqueueOptions = {}) => {
      assert(named.has(job.name), `the job ${job.name} is among the definitions`)
      return await add(boss, tx, { job, payload, ...enqueueOptions })
    },
    names,
    queueDepth: () => queueDepth(database),
    queueStates: (now) => queueStates(database, names, { parkedQueue, now }),
    parkedJobs: (page) => parkedJobs(database, page),
    retryParked: (tx, choice) => retryParked(boss, tx, choice),
    dropParked,
    enqueueAgain: async (tx, { name, payload }) => {
      const job = named.get(name)
      assert(job, `the job ${name} is among the definitions`)
      return await add(boss, tx, { job, payload })
    },
    workers: () => workerProcesses(boss),
    resting: () => obedience.resting(),
    cancel: (job, key) => cancel(boss, { name: job.name, key, running: runner.running }),
    async stop({ grace_ms = stopLimits.grace_ms } = {}) {
      await obedience.stop()
      await boss.stop({ timeout: grace_ms })
    },
  }
}

const nonePaused: Paused = async () => []

type Addition<Context, Payload> = EnqueueOptions & { job: Job<Context, Payload>; payload: Payload }

async function add<Context, Payload>(
  boss: PgBoss,
  tx: Tx,
  { job, payload, singletonKey, priority = 0, startAfter }: Addition<Context, Payload>,
): Promise<string | null> {
  const { success, data } = job.payload.safeParse(payload)
  assert(success && typeof data === 'object' && data !== null, `${job.name} gets its payload`)
  const db = sessionOf(tx)
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
