import type { Say } from '../words/words.ts'

/** A length of time in its largest whole unit: `40 วินาที`, `12 นาที`, `5 ชม.`, `3 วัน`. */
export function saySpan(milliseconds: number, say: Say): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000))
  if (seconds < 120) return say('span.seconds', { count: seconds })
  const minutes = Math.floor(seconds / 60)
  if (minutes < 120) return say('span.minutes', { count: minutes })
  const hours = Math.floor(minutes / 60)
  return hours < 48
    ? say('span.hours', { count: hours })
    : say('span.days', { count: Math.floor(hours / 24) })
}
