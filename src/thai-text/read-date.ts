import { daysInMonth, ERA_YEARS, isoDate, limits, type Precision, weekdayOf } from './calendar.ts'
import { thaiNormalize } from './normalize.ts'
import { type DateParts, parseDate } from './parse-date.ts'

/** What the reader took for granted; a screen shows it before anything is saved. */
export type Assumption = 'two-digit-year' | 'weekday-disagrees' | 'calendar-change'

export type DateReason =
  | 'empty'
  | 'not-a-date'
  | 'no-such-month'
  | 'no-such-day'
  | 'year-out-of-range'
  | 'common-era-year'
  | 'era-contradicts'
  | 'year-unclear'

/** `date` is the first possible day of the Common Era; `iso` says only what is known: `2005-03`. */
export type KnownDate = { date: string; iso: string; precision: Precision }

export type ReadDate =
  | (KnownDate & { read: true; assumed: readonly Assumption[] })
  | {
      read: false
      reason: DateReason
      /** Days of the month, where that is the reason. */
      days: number | null
      /** Dates that may have been meant: for a person to choose, never taken silently. */
      offers: readonly KnownDate[]
    }

type Year = { ce: number; assumed: readonly Assumption[] }

/**
 * Reads what people type or papers say: day before month, Buddhist years, Thai or English months.
 * `today` (`2026-11-23`) decides the century of a two-digit year. Unclear is refused, never guessed.
 */
export function readDate(text: string, today: string): ReadDate {
  if (thaiNormalize(text) === '') return refuse('empty')
  const parts = parseDate(text)
  if (parts === null) return refuse('not-a-date')
  const noMonth = parts.month === null || parts.month < 1 || parts.month > 12
  if (parts.precision !== 'year' && noMonth) return refuse('no-such-month')
  const year = parts.year.length === 2 ? shortYear(parts, today) : fullYear(parts)
  if (typeof year === 'string') return refuseYear(year, parts, today)
  const known = knownDate(parts, year.ce)
  if (known === null) return refuse('no-such-day', daysInMonth(year.ce, parts.month ?? 1))
  return { read: true, ...known, assumed: [...year.assumed, ...doubts(parts, year.ce)] }
}

function refuse(
  reason: DateReason,
  days: number | null = null,
  offers: KnownDate[] = [],
): ReadDate {
  return { read: false, reason, days, offers }
}

function buddhistYearOfTwo(digits: string, today: string): number {
  const thisYear = Number(today.slice(0, 4)) + ERA_YEARS
  const year = 2500 + Number(digits)
  return year > thisYear + 1 ? year - 100 : year
}

// 25yy, or 24yy where 25yy would lie more than one year ahead.
function shortYear(parts: DateParts, today: string): Year | DateReason {
  if (parts.era === 'common') return 'era-contradicts'
  if (parts.english && parts.era === null) return 'year-unclear'
  const year = buddhistYearOfTwo(parts.year, today) - ERA_YEARS
  return { ce: year, assumed: ['two-digit-year'] }
}

function fullYear({ year: digits, era, yearFirst }: DateParts): Year | DateReason {
  const year = Number(digits)
  const buddhist = inRange(year)
  const common = inRange(year + ERA_YEARS)
  if (!buddhist && !common) return 'year-out-of-range'
  if (era !== null && (era === 'buddhist') !== buddhist) return 'era-contradicts'
  if (buddhist) return { ce: year - ERA_YEARS, assumed: [] }
  return yearFirst || era === 'common' ? { ce: year, assumed: [] } : 'common-era-year'
}

function inRange(buddhistYear: number): boolean {
  return buddhistYear >= limits.year_be_min && buddhistYear <= limits.year_be_max
}

function refuseYear(reason: DateReason, parts: DateParts, today: string): ReadDate {
  const years = yearsOnOffer(reason, parts, today)
  const offers = years.flatMap((year) => knownDate(parts, year) ?? [])
  const first = years[0]
  if (first === undefined || offers.length > 0) return refuse(reason, null, offers)
  return refuse('no-such-day', daysInMonth(first, parts.month ?? 1))
}

function yearsOnOffer(reason: DateReason, parts: DateParts, today: string): number[] {
  if (reason === 'common-era-year') return [Number(parts.year)]
  if (reason !== 'year-unclear') return []
  const common = 2000 + Number(parts.year)
  const near = common > Number(today.slice(0, 4)) + 1 ? common - 100 : common
  return [buddhistYearOfTwo(parts.year, today) - ERA_YEARS, near]
}

/** Null when the month has no such day. */
function knownDate(parts: DateParts, year: number): KnownDate | null {
  const { precision } = parts
  const month = parts.month ?? 1
  const day = parts.day ?? 1
  if (day < 1 || day > daysInMonth(year, month)) return null
  const date = isoDate(year, month, day)
  const known = { day: 10, month: 7, year: 4 }[precision]
  return { date, iso: date.slice(0, known), precision }
}

function doubts(parts: DateParts, year: number): Assumption[] {
  const { month, day, weekday } = parts
  const found: Assumption[] = []
  const disagrees =
    weekday !== null && month !== null && day !== null && weekdayOf(year, month, day) !== weekday
  if (disagrees) found.push('weekday-disagrees')
  // Until 2483 the year began on 1 April: January to March stood at its end, a Common Era year later.
  const typedBuddhist = parts.year.length === 2 || inRange(Number(parts.year))
  const old = year + ERA_YEARS <= 2483 && month !== null && month <= 3
  if (typedBuddhist && old) found.push('calendar-change')
  return found
}
