import { ERA_YEARS, type Precision } from './calendar.ts'
import { thaiDigits } from './digits.ts'
import { shortThaiMonths, thaiMonths } from './month-names.ts'

/** `12 มี.ค. 2563` · `๑๒ มีนาคม ๒๕๖๓` · `12 มีนาคม 2563` */
export type DateStyle = 'short' | 'letter' | 'long'

/**
 * A Common Era date (`2020-03-12`, or only as far as it is known) in Thai with the Buddhist year;
 * a year alone is `พ.ศ. 2563`. What is no such date comes back as it is.
 */
export function formatDate(date: string, precision: Precision, style: DateStyle): string {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date)
  if (!parts) return date
  const year = String(Number(parts[1]) + ERA_YEARS)
  const months = style === 'short' ? shortThaiMonths : thaiMonths
  const month = months[Number(parts[2]) - 1]
  const shown = [year]
  if (precision === 'year' || month === undefined) shown.unshift('พ.ศ.')
  else if (precision === 'month' || parts[3] === undefined) shown.unshift(month)
  else shown.unshift(String(Number(parts[3])), month)
  const text = shown.join(' ')
  return style === 'letter' ? thaiDigits(text) : text
}
