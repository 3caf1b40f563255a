import { thaiFold } from './fold.ts'

export const thaiMonths: readonly string[] = [
  ...['มกราคม', 'กุมภาพันธ์', 'มีนาคม', 'เมษายน', 'พฤษภาคม', 'มิถุนายน'],
  ...['กรกฎาคม', 'สิงหาคม', 'กันยายน', 'ตุลาคม', 'พฤศจิกายน', 'ธันวาคม'],
]

export const shortThaiMonths: readonly string[] = [
  ...['ม.ค.', 'ก.พ.', 'มี.ค.', 'เม.ย.', 'พ.ค.', 'มิ.ย.'],
  ...['ก.ค.', 'ส.ค.', 'ก.ย.', 'ต.ค.', 'พ.ย.', 'ธ.ค.'],
]

const englishMonths: readonly string[] = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
]

/** From Sunday, as `Date` counts. */
export const weekdays: readonly string[] = [
  ...['อาทิตย์', 'จันทร์', 'อังคาร', 'พุธ', 'พฤหัสบดี', 'ศุกร์', 'เสาร์'],
]

const folded = thaiMonths.map((name) => thaiFold(name))
const foldedShort = shortThaiMonths.map((name) => thaiFold(name))

/**
 * The month (1–12) of a name: in full, its usual short form, or cut to three letters or more if only
 * one month begins so. Null for anything else; misspellings are not guessed.
 */
export function monthOf(word: string): number | null {
  const key = thaiFold(word)
  const short = foldedShort.indexOf(key)
  if (short >= 0) return short + 1
  if (key.length < 3) return null
  const names = /^[a-z]/.test(key) ? englishMonths : folded
  const fitting = names.flatMap((name, at) => (name.startsWith(key) ? [at + 1] : []))
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}
