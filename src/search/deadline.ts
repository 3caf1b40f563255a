import { failureCode, type ReadConnection } from '#platform/postgres'
import type { SearchGiven } from './given.ts'

export const limits = { answer_ms_max: 2_500 }

export type Deadline = { readonly left_ms: () => number }

export function startDeadline(): Deadline {
  const until = performance.now() + limits.answer_ms_max
  return { left_ms: () => Math.max(0, Math.round(until - performance.now())) }
}

const cancelled = '57014'

/** Reads within the time that is left; false when it ran out, and what was gathered until then stands. */
export async function readInTime(
  given: Pick<SearchGiven, 'snapshot'>,
  deadline: Deadline,
  work: (read: ReadConnection) => Promise<void>,
): Promise<boolean> {
  const timeout_ms = deadline.left_ms()
  if (timeout_ms === 0) return false
  try {
    await given.snapshot(work, { timeout_ms })
    return true
  } catch (reason) {
    if (failureCode(reason) !== cancelled) throw reason
    return false
  }
}
