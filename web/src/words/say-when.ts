import { formatDate } from '#thai-text'
import type { Say } from './words.ts'

const bangkok = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Bangkok',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** The Bangkok date `2026-11-23` and time `14:05` of an instant. */
export function inBangkok(at: Date): { date: string; time: string } {
  const parts = new Map(bangkok.formatToParts(at).map(({ type, value }) => [type, value]))
  return {
    date: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
    time: `${parts.get('hour')}:${parts.get('minute')}`,
  }
}

/** `วันนี้ 14:05 น.`, `เมื่อวาน 14:05 น.`, then `12 มี.ค. 2563`. */
export function sayWhen(instant: string, now: Date, say: Say): string {
  const { date, time } = inBangkok(new Date(instant))
  if (date === inBangkok(now).date) return say('when.today', { time })
  const yesterday = inBangkok(new Date(now.getTime() - 24 * 60 * 60 * 1000)).date
  if (date === yesterday) return say('when.yesterday', { time })
  return formatDate(date, 'day', 'short')
}
