import type { OfficeDate } from '#kernel'
import { inThaiDigits } from './numbers.ts'
import type { Random } from './random.ts'
import { itemAt } from './random.ts'

const dayMs = 86_400_000
const months =
  'มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม'.split(
    ' ',
  )
const shortMonths = 'ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.'.split(' ')

/** A day of the years given, both included. */
export function dayBetween(random: Random, firstYear: number, lastYear: number): OfficeDate {
  const first = Date.UTC(firstYear, 0, 1) / dayMs
  const last = Date.UTC(lastYear, 11, 31) / dayMs
  return isoDay(random.between(first, last))
}

export function addDays(date: OfficeDate, days: number): OfficeDate {
  return isoDay(Date.parse(date) / dayMs + days)
}

/** The earlier of two days; ISO dates sort as text. */
export function earlier(one: OfficeDate, other: OfficeDate): OfficeDate {
  return one < other ? one : other
}

function isoDay(day: number): OfficeDate {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}

function parts(date: OfficeDate): { year: number; month: number; day: number } {
  return {
    year: Number(date.slice(0, 4)) + 543,
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  }
}

/** `12/03/2563`: how old lists write a date, in the Buddhist era. */
export function slashedDate(date: OfficeDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${Number(date.slice(0, 4)) + 543}`
}

/** `12 มีนาคม 2563` */
export function longDate(date: OfficeDate): string {
  const { year, month, day } = parts(date)
  return `${day} ${itemAt(months, month - 1)} ${year}`
}

/** `12 มี.ค. 2563` */
export function shortDate(date: OfficeDate): string {
  const { year, month, day } = parts(date)
  return `${day} ${itemAt(shortMonths, month - 1)} ${year}`
}

/** `๑๒ มีนาคม ๒๕๖๓`, as in official letters. */
export function letterDate(date: OfficeDate): string {
  return inThaiDigits(longDate(date))
}

/** The later of two days. */
export function later(one: OfficeDate, other: OfficeDate): OfficeDate {
  return one > other ? one : other
}
