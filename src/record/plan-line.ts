import type { StreamName } from './commit.ts'

/** What a bulk act decided of one stream, with the version that the decision saw (0: none yet). */
export type PlannedChange = {
  readonly stream: StreamName
  readonly seen: number
  readonly facts: unknown
}

/** One line of a plan: what changes in one stream, and the stream's place before it. */
export type PlanLine = {
  readonly stream: string
  readonly version: number
  readonly previous: string | null
  readonly facts: unknown
  readonly salt: string
}
