import type { Say } from '../words/words.ts'

const minute_ms = 60_000

/** How long something stands already: minutes, hours, days, in whole ones. */
export function sayAge(since: string, now: Date, say: Say): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / minute_ms))
  if (minutes < 60) return say('age.minutes', { count: minutes })
  if (minutes < 48 * 60) return say('age.hours', { count: Math.floor(minutes / 60) })
  return say('age.days', { count: Math.floor(minutes / (24 * 60)) })
}
