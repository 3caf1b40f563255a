import { arabicDigits } from './digits.ts'
import { monthOf, weekdays } from './month-names.ts'
import { thaiNormalize } from './normalize.ts'

/** What a text says, before anyone asks whether such a day exists. */
export type DateParts = {
  day: number | null
  /** Null when the word is no month. */
  month: number | null
  /** 2 or 4 digits */
  year: string
  precision: 'day' | 'month' | 'year'
  era: 'buddhist' | 'common' | null
  weekday: number | null
  /** 2563-03-12: only here a Common Era year needs no word. */
  yearFirst: boolean
  /** An English month: a two-digit year beside it may be of either era. */
  english: boolean
}

type Shape = Partial<DateParts> & Pick<DateParts, 'year' | 'precision'>

const buddhistEra = /(?:พ\.? ?ศ\.?|พุทธศักราช|(?<![a-z])b\.? ?e\.?) ?(?=\d+$)/
const commonEra = /(?:ค\.? ?ศ\.?|คริสต์?ศักราช|(?<![a-z])(?:a\.? ?d\.?|c\.? ?e\.?)) ?(?=\d+$)/
const weekday = new RegExp(`^(?:วัน)?(${weekdays.join('|')}|พฤหัส)?(?:ที่)? ?(?=\\d)`)

/** Null when the text does not have the form of a date. */
export function parseDate(text: string): DateParts | null {
  let rest = arabicDigits(thaiNormalize(text))
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212\uff0d]/g, '-')
  const day = weekday.exec(rest)
  rest = rest.replace(weekday, '').replace(/เดือน ?/, '')
  const common = commonEra.test(rest)
  const buddhist = !common && buddhistEra.test(rest)
  rest = rest.replace(common ? commonEra : buddhistEra, '').replace(/ปี ?(?=\d+$)/, '')
  const shape = readNumeric(rest) ?? readCompact(rest) ?? readWords(rest)
  if (shape === null || !/^(?:\d\d|\d{4})$/.test(shape.year)) return null
  return {
    day: null,
    month: null,
    yearFirst: false,
    english: false,
    ...shape,
    era: common ? 'common' : buddhist ? 'buddhist' : null,
    weekday: day?.[1] ? weekdays.findIndex((name) => name.startsWith(day[1] ?? '')) : null,
  }
}

function readNumeric(text: string): Shape | null {
  const dayFirst = /^(\d{1,2}) ?([-/. ]) ?(\d{1,2}) ?\2 ?(\d+)$/.exec(text)
  if (dayFirst) {
    const [, day, , month, year = ''] = dayFirst
    return { day: Number(day), month: Number(month), year, precision: 'day' }
  }
  const yearFirst = /^(\d{4}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{1,2})$/.exec(text)
  if (yearFirst) {
    const [, year = '', , month, day] = yearFirst
    return { day: Number(day), month: Number(month), year, precision: 'day', yearFirst: true }
  }
  const monthYear = /^(\d{1,2}) ?[-/. ] ?(\d{4})$/.exec(text)
  if (monthYear) {
    return { month: Number(monthYear[1]), year: monthYear[2] ?? '', precision: 'month' }
  }
  const yearMonth = /^(\d{4})-(\d\d)$/.exec(text)
  if (!yearMonth) return /^\d{4}$/.test(text) ? { year: text, precision: 'year' } : null
  const [, year = '', month] = yearMonth
  return { month: Number(month), year, precision: 'month', yearFirst: true }
}

// 12032563 and 120363; eight digits that cannot be read day first are read year first.
function readCompact(text: string): Shape | null {
  if (!/^(?:\d{6}|\d{8})$/.test(text)) return null
  const number = (from: number, to: number) => Number(text.slice(from, to))
  const day = number(0, 2)
  const month = number(2, 4)
  const dayFirst = day >= 1 && day <= 31 && month >= 1 && month <= 12
  const year = text.slice(4)
  if (dayFirst && (year.length === 2 || Number(year) >= 1800)) {
    return { day, month, year, precision: 'day' }
  }
  if (text.length === 6) return null
  const late = { month: number(4, 6), day: number(6, 8) }
  if (late.month < 1 || late.month > 12 || late.day < 1 || late.day > 31) return null
  return { ...late, year: text.slice(0, 4), precision: 'day', yearFirst: true }
}

function readWords(text: string): Shape | null {
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th)? ?[-/]? ?([a-z.]+|[\u0e01-\u0e4e. ]+?) ?[-/]? ?(\d+)$/.exec(text)
  if (dayFirst) {
    const [, day, word = '', year = ''] = dayFirst
    return {
      day: Number(day),
      month: monthOf(word),
      year,
      precision: 'day',
      english: isLatin(word),
    }
  }
  const monthFirst = /^([a-z]+)\.? ?(\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(text)
  if (monthFirst) {
    const [, word = '', day, year = ''] = monthFirst
    return { day: Number(day), month: monthOf(word), year, precision: 'day', english: true }
  }
  const monthYear = /^([a-z.]+(?= ?[-/]? ?\d{4}$)|[\u0e01-\u0e4e. ]+?) ?[-/]? ?(\d+)$/.exec(text)
  if (!monthYear) return null
  const [, word = '', year = ''] = monthYear
  return { month: monthOf(word), year, precision: 'month', english: isLatin(word) }
}

function isLatin(word: string): boolean {
  return /^[a-z]/.test(word)
}
