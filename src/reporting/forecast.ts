import type { OfficeDate } from '#kernel'
import type { Forecast } from './contract.ts'

export const limits = {
  /** Fewer days say nothing. */
  days_min: 5,
  /** Later than this many working days is not said. */
  days_max: 20_000,
}

/** Four times in five the end lies in the range: 80 % of a normal distribution. */
const z = 1.2816

type Asked = {
  remaining: number
  /** Files converted on each working day looked at, days without any among them. */
  daily: readonly number[]
  /** The day from which the remaining files are counted. */
  today: OfficeDate
}

/**
 * When the remaining files will be done, if the line goes on as it did. What n more days bring is taken as
 * normal with mean n·m and variance n·s²·(1 + n/k), where m and s² are those of the k days looked at: the
 * days differ, and the mean of k days is itself uncertain. The range ends where that meets what remains.
 * Null when nothing remains, or the days say nothing.
 */
export function forecastOf({ remaining, daily, today }: Asked): Forecast | null {
  const days = daily.length
  if (remaining <= 0 || days < limits.days_min) return null
  const mean = daily.reduce((sum, count) => sum + count, 0) / days
  if (mean <= 0) return null
  const variance = daily.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (days - 1)
  const brought = (n: number, side: number) =>
    n * mean + side * z * Math.sqrt(n * variance * (1 + n / days))
  const likely = daysUntil((n) => brought(n, 0), remaining)
  if (likely === null) return null
  const earliest = daysUntil((n) => brought(n, 1), remaining) ?? likely
  const latest = daysUntil((n) => brought(n, -1), remaining)
  return {
    remaining,
    perDay: mean,
    days,
    earliest: workingDay(today, earliest),
    likely: workingDay(today, likely),
    latest: latest === null ? null : workingDay(today, latest),
  }
}

/** The first whole number of days on which at least `remaining` is brought; null when that is never. */
function daysUntil(brought: (days: number) => number, remaining: number): number | null {
  if (brought(limits.days_max) < remaining) return null
  let [low, high] = [0, limits.days_max]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (brought(middle) >= remaining) high = middle
    else low = middle
  }
  return high
}

/** The day `count` working days after `from`. Holidays are days without work that the mean knows of. */
export function workingDay(from: OfficeDate, count: number): OfficeDate {
  const day = new Date(`${from}T00:00:00Z`)
  const weeks = Math.floor(count / 5)
  day.setUTCDate(day.getUTCDate() + weeks * 7)
  for (let left = count % 5; left > 0; ) {
    day.setUTCDate(day.getUTCDate() + 1)
    if (isWorkingDay(day)) left -= 1
  }
  while (!isWorkingDay(day)) day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}

function isWorkingDay(day: Date): boolean {
  return day.getUTCDay() !== 0 && day.getUTCDay() !== 6
}

/** Every working day from `from` up to, and without, `to`. */
export function workingDays(from: OfficeDate, to: OfficeDate): OfficeDate[] {
  const days: OfficeDate[] = []
  const day = new Date(`${from}T00:00:00Z`)
  for (; day.toISOString().slice(0, 10) < to; day.setUTCDate(day.getUTCDate() + 1)) {
    if (isWorkingDay(day)) days.push(day.toISOString().slice(0, 10))
  }
  return days
}
