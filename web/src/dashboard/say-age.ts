import type { Say } from '../words/words.ts'

const minute_ms = 60_000

/** How long something has waited, in its largest whole unit. */
export function sayAge(since: string, now: Date, say: Say): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / minute_ms))
  if (minutes < 60) return say('progress.minutes', { count: minutes })
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return say('progress.hoursAge', { count: hours })
  return say('progress.days', { count: Math.floor(hours / 24) })
}
