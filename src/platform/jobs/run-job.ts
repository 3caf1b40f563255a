import type { Job as Fetched, JobResult } from 'pg-boss'
import { Bug, Refusal } from '#kernel'
import type { Log } from '#platform/postgres'
import type { Job } from './definition.ts'

/** The one attempt a context is made for. */
export type Attempt = { readonly id: string; readonly name: string; readonly attempt: number }

export type Runner<Context> = {
  context: (attempt: Attempt) => Context | Promise<Context>
  /** Attempts now running in this process, to be told of a cancellation at once. */
  running: Map<string, AbortController>
  log: Log
}

/** Runs one attempt to its end and says what is to become of the job. Never throws. */
export async function runJob<Context>(
  job: Job<Context, unknown>,
  fetched: Fetched<unknown>,
  { context, running, log }: Runner<Context>,
): Promise<JobResult<object>> {
  const { id, name, retryCount } = fetched
  const attempt = { id, name, attempt: retryCount + 1 }
  const stop = new AbortController()
  running.set(id, stop)
  try {
    const payload = job.payload.parse(fetched.data)
    const signal = AbortSignal.any([fetched.signal, stop.signal])
    await job.run(await context(attempt), payload, signal)
    return { id, status: 'completed' }
  } catch (error) {
    const output = describe(error)
    const status = isHopeless(error) ? 'deadletter' : 'failed'
    log('a job failed', { ...attempt, ...output, again: status === 'failed' })
    return { id, status, output }
  } finally {
    running.delete(id)
  }
}

/** Another attempt would end the same way: our own mistake, or a "no" the world must change first. */
function isHopeless(error: unknown): boolean {
  return error instanceof Bug || error instanceof Refusal || isPayloadError(error)
}

function isPayloadError(error: unknown): boolean {
  return error instanceof Error && error.name === 'ZodError'
}

function describe(error: unknown): { message: string; code?: string } {
  if (!(error instanceof Error)) return { message: String(error) }
  const { message } = error
  return 'code' in error ? { message, code: String(error.code) } : { message }
}
