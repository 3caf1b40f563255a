import type { z } from 'zod'
import { assert } from '#kernel'

export const jobLimits = {
  attempts_max: 20,
  timeout_ms_max: 24 * 3_600_000,
  concurrency_max: 16,
  retry_delay_ms: 5_000,
  retry_delay_ms_max: 300_000,
}

/** One kind of work done after a commit, at least once: `run` first looks whether it is done already. */
export type Job<Context, Payload> = {
  /** `module.verb`. */
  readonly name: string
  /** Ids, not content: what they name is read when the job runs. */
  readonly payload: z.ZodType<Payload>
  /** All attempts together; after the last the job is parked. */
  readonly attempts_max: number
  readonly timeout_ms: number
  /** Before the second attempt; doubled for each further one, up to five minutes. */
  readonly retry_delay_ms?: number
  /** How many of them this process runs at a time; 1 unless named. */
  readonly concurrency?: number
  /**
   * `signal` is aborted by a timeout, a cancellation or the end of the process. A Fault is tried again;
   * a Refusal or a Bug would only fail again, and parks the job at once.
   */
  run(context: Context, payload: Payload, signal: AbortSignal): Promise<void>
}

export function defineJob<Context, Payload>(job: Job<Context, Payload>): Job<Context, Payload> {
  const { attempts_max, timeout_ms, concurrency = 1 } = job
  const named = `job ${job.name}`
  assert(/^[a-z0-9-]+\.[a-z0-9-]+$/.test(job.name), `${named} is named module.verb`)
  assert(attempts_max >= 1 && attempts_max <= jobLimits.attempts_max, `${named} may be tried`)
  assert(timeout_ms >= 1_000 && timeout_ms <= jobLimits.timeout_ms_max, `${named} has its time`)
  assert(concurrency >= 1 && concurrency <= jobLimits.concurrency_max, `${named} has a worker`)
  return job
}
