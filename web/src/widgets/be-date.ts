import { formatDate, type KnownDate, readDate, thaiNormalize } from '#thai-text'
import type { WordKey } from '../words/th.ts'

/**
 * What a date field holds: ISO 8601 of the precision known (`2020-03-12`, `2020-03`, `2020`),
 * `none` when the paper bears no date, and nothing while it is not filled in.
 */
export type BEDate = string

export const NO_DATE = 'none'

/** A known date and how much of it is known; null for none and for not filled in. */
export function knownDate(value: BEDate): KnownDate | null {
  const parts = /^\d{4}(-\d\d)?(-\d\d)?$/.exec(value)
  if (parts === null) return null
  const precision =
    parts[2] !== undefined ? 'day' : parts[1] !== undefined ? 'month' : ('year' as const)
  return { date: `${value}-01-01`.slice(0, 10), iso: value, precision }
}

/** What a date field asks of its value. `earliest` and `latest` are days: `2026-11-25`. */
export type BEDateRules = {
  /** The least that must be known. */
  precision?: KnownDate['precision']
  earliest?: string
  latest?: string
}

export type Reading =
  | { kind: 'value'; value: BEDate; doubts: readonly WordKey[] }
  | {
      kind: 'refused'
      word: WordKey
      facts: Readonly<Record<string, string>>
      offers: readonly KnownDate[]
    }

const doubtWords = {
  'two-digit-year': 'beDate.twoDigits',
  'weekday-disagrees': 'beDate.weekday',
  'calendar-change': 'beDate.oldYear',
} as const

/** Reads what was typed by the rules of the field. Unclear is refused with the cure, never guessed. */
export function readTyped(text: string, today: string, rules: BEDateRules): Reading {
  const plain = thaiNormalize(text)
  if (plain === '') return { kind: 'value', value: '', doubts: [] }
  if (plain === 'ไม่ปรากฏวันที่' || plain === '-') return { kind: 'value', value: NO_DATE, doubts: [] }
  const read = readDate(plain, today)
  if (!read.read) return refusedReading(read, plain)
  const wrong = broken(read, rules)
  if (wrong !== null) return wrong
  return { kind: 'value', value: read.iso, doubts: read.assumed.map((doubt) => doubtWords[doubt]) }
}

type Refused = Extract<Reading, { kind: 'refused' }>
type NotRead = Extract<ReturnType<typeof readDate>, { read: false }>

function refusedReading({ reason, days, offers }: NotRead, plain: string): Refused {
  if (reason === 'no-such-day' && days !== null) {
    const month = readDate(plain.replace(/^[\d๐-๙]+/, '1'), '2026-11-25')
    if (month.read) {
      const facts = { month: formatDate(month.date, 'month', 'long'), days: String(days) }
      return { kind: 'refused', word: 'beDate.monthDays', facts, offers }
    }
  }
  return { kind: 'refused', word: `date.${reason}`, facts: { days: String(days ?? '') }, offers }
}

const finer = { year: 0, month: 1, day: 2 } as const

function broken(known: KnownDate, { precision = 'year', earliest, latest }: BEDateRules) {
  const refuse = (word: WordKey, day = ''): Refused => {
    const facts = { date: formatDate(day, 'day', 'short') }
    return { kind: 'refused', word, facts, offers: [] }
  }
  if (finer[known.precision] < finer[precision]) {
    return refuse(precision === 'day' ? 'beDate.needDay' : 'beDate.needMonth')
  }
  // Only what is known counts: 2548 is not before 12 March 2548.
  const upTo = (day: string) => day.slice(0, known.iso.length)
  if (earliest !== undefined && known.iso < upTo(earliest)) {
    return refuse('beDate.tooEarly', earliest)
  }
  if (latest !== undefined && known.iso > upTo(latest)) return refuse('beDate.tooLate', latest)
  return null
}

/** As it stands in the field after it was taken: `12 มี.ค. 2563`, or the word for no date. */
export function shownDate(value: BEDate, noDate: string): string {
  if (value === NO_DATE) return noDate
  const known = knownDate(value)
  return known === null ? '' : formatDate(known.date, known.precision, 'short')
}

const weekday = new Intl.DateTimeFormat('th-TH', { weekday: 'long', timeZone: 'UTC' })

/** `พฤหัสบดี 12 มีนาคม 2563`: long, so that a wrong reading is seen. */
export function saidDate({ date, precision }: KnownDate): string {
  const long = formatDate(date, precision, 'long')
  if (precision !== 'day') return long
  const day = weekday.format(new Date(`${date}T00:00:00Z`)).replace(/^วัน/, '')
  return `${day} ${long}`
}

/** The part of a shown date that the caret stands in. */
export function partAt(shown: string, caret: number, { precision }: KnownDate) {
  const spaces = shown.slice(0, caret).split(' ').length - 1
  const parts = { day: ['day', 'month', 'year'], month: ['month', 'year'], year: ['year', 'year'] }
  return (parts[precision][spaces] ?? 'year') as KnownDate['precision']
}

/** A date one day, month or year on or back; the day stays within its month. */
export function stepDate({ date, precision }: KnownDate, part: string, by: 1 | -1): BEDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const known = { day: 10, month: 7, year: 4 }[precision]
  if (part === 'day') return isoOf(Date.UTC(year, month - 1, day + by)).slice(0, known)
  const months = part === 'month' ? by : by * 12
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0))
  return isoOf(
    Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, last.getUTCDate())),
  ).slice(0, known)
}

function isoOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
