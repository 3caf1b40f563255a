import type { OfficeDate } from './dates.ts'

/** The only source of time in a module; tests pass a fixed one. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }

/** The Bangkok calendar date of an instant. Thailand has kept UTC+7 without summer time since 1920. */
export function officeDate(instant: Date): OfficeDate {
  return new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)
}
