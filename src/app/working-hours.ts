import { Refusal } from '#kernel'
import { refusals } from './refusals.ts'

/** Minutes of the day in Bangkok, `from` included; `to` before `from` runs over midnight. */
export type WorkingHours = { from: number; to: number }

const day_minutes = 24 * 60
// Thailand has had one time all year since 1920.
const bangkok_minutes = 7 * 60

/** `19:00-06:30`; nothing means always. */
export function readHours(text: string | undefined): WorkingHours | null {
  if (text === undefined || text === '') return null
  const found = /^([01]\d|2[0-4]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/.exec(text)
  const [from, to] = [minutesOf(found?.[1], found?.[2]), minutesOf(found?.[3], found?.[4])]
  if (from === null || to === null || from === to)
    throw new Refusal(refusals.option_wrong, { hours: text })
  return { from, to }
}

function minutesOf(hour: string | undefined, minute: string | undefined): number | null {
  if (hour === undefined || minute === undefined) return null
  const minutes = Number(hour) * 60 + Number(minute)
  return minutes > day_minutes ? null : minutes
}

/** Whether work is allowed at `now`, and how long until that changes; null: it never does. */
export function hoursAt(
  hours: WorkingHours | null,
  now: Date,
): { open: boolean; changes_ms: number | null } {
  if (hours === null) return { open: true, changes_ms: null }
  const passed_ms = (now.getTime() + bangkok_minutes * 60_000) % (day_minutes * 60_000)
  const until = (minutes: number) => {
    const left_ms = minutes * 60_000 - passed_ms
    return left_ms > 0 ? left_ms : left_ms + day_minutes * 60_000
  }
  const [begins_ms, ends_ms] = [until(hours.from), until(hours.to)]
  const open = ends_ms < begins_ms
  return { open, changes_ms: open ? ends_ms : begins_ms }
}
