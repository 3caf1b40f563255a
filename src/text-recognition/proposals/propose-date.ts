import type { OfficeDate } from '#kernel'
import { arabicDigits, readDate, thaiFold } from '#thai-text'
import { findNear } from './near.ts'
import type { ReadLine } from './page-lines.ts'
import type { Proposal } from './proposal.ts'

const months = [
  'มกราคม',
  'กุมภาพันธ์',
  'มีนาคม',
  'เมษายน',
  'พฤษภาคม',
  'มิถุนายน',
  'กรกฎาคม',
  'สิงหาคม',
  'กันยายน',
  'ตุลาคม',
  'พฤศจิกายน',
  'ธันวาคม',
]
const monthKeys = months.map((name) => thaiFold(name))

// Day, a word or a number, year; พ.ศ. and stops between them. A 1 often stands apart: `1 8 มีนาคม`.
const written =
  /(\d(?: ?\d)?) ?(?:เดือน ?)?([\u0e01-\u0e4e.]{4,14}) ?(?:พ\.? ?ศ\.? ?)?(2[45]\d\d)|(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(2[45]\d\d|\d\d)(?!\d)/g

/** Words that stand before the paper's own date, and before dates that tell something else. */
const own = ['ออกให้ณวันที่', 'ให้ไว้ณวันที่', 'ลงวันที่', 'ข้อมูลณวันที่', 'ยื่นวันที่', 'ณวันที่'].map(thaiFold)
const foreign = [
  'เกิดวันที่',
  'ออกบัตร',
  'บัตรหมดอายุ',
  'ลูกจ้างคนแรก',
  'ตั้งแต่วันที่',
  'เมื่อวันที่',
  'วันเริ่ม',
  'ภายในวันที่',
  'เข้างาน',
  'รับเรื่องวันที่',
].map(thaiFold)

/** Of a number in Thai digits, of which the recogniser's model lacks five. */
const thaiTrust = 0.6

type DateSeen = {
  line: ReadLine
  date: OfficeDate
  range: { start: number; end: number }
  confidence: number
  reason: 'date_labelled' | 'date_alone' | 'date_mentioned'
}

/** The day the paper was made, by the words and the place of the dates on it. */
export function proposeDate(lines: readonly ReadLine[], today: OfficeDate): Proposal[] {
  const seen = lines.flatMap((line, at) => datesOf(line, { before: lines[at - 1], today }))
  const best = seen.toSorted((one, other) => other.confidence - one.confidence)[0]
  if (!best || best.confidence <= 0) return []
  const { line, range, date, confidence, reason } = best
  return [
    {
      field: 'dated',
      value: { date, precision: 'day' },
      confidence,
      reason,
      pageOrdinal: line.pageOrdinal,
      box: line.boxOf(range),
    },
  ]
}

function datesOf(
  line: ReadLine,
  { before, today }: { before: ReadLine | undefined; today: OfficeDate },
): DateSeen[] {
  return [...arabicDigits(line.text).matchAll(written)].flatMap((found): DateSeen[] => {
    const [, day = '', word = '', year = ''] = found
    const text = word ? `${day.replace(' ', '')} ${monthNear(word) ?? ''} ${year}` : found[0]
    const read = readDate(text, today)
    if (!read.read || read.precision !== 'day' || read.date > today) return []
    const range = { start: found.index, end: found.index + found[0].length }
    const thaiDigits = /[๐-๙]/.test(line.text.slice(range.start, range.end))
    const judged = judge(line, { range, before })
    const doubt = (thaiDigits ? thaiTrust : 1) * (read.assumed.length > 0 ? 0.7 : 1)
    return [{ line, range, date: read.date, ...judged, confidence: judged.confidence * doubt }]
  })
}

/** The month a word may be, when it is nearer to one than to all others. */
function monthNear(word: string): string | null {
  const key = thaiFold(word)
  const near = monthKeys
    .map((month, at) => ({ at, edits: editsTo(key, month) }))
    .toSorted((one, other) => one.edits - other.edits)
  const [first, second] = near
  if (!first || first.edits > 2 || first.edits === second?.edits) return null
  return months[first.at] ?? null
}

function editsTo(key: string, month: string): number {
  const found = findNear(key, month, 2)
  return found ? found.edits + (key.length - (found.end - found.start)) : 9
}

function judge(
  line: ReadLine,
  { range, before }: { range: { start: number; end: number }; before: ReadLine | undefined },
): Pick<DateSeen, 'confidence' | 'reason'> {
  const ahead = thaiFold(line.text.slice(0, range.start)).slice(-16)
  const behind = thaiFold(line.text.slice(range.end))
  const says = (words: readonly string[]) => words.some((word) => findNear(ahead, word, 1))
  if (says(foreign)) return { confidence: 0.1, reason: 'date_mentioned' }
  if (says(own)) return { confidence: 0.95, reason: 'date_labelled' }
  const signed = before !== undefined && /[()]/.test(before.text + line.text)
  if (ahead === '' && behind === '') {
    return { confidence: line.height < 0.5 || signed ? 0.9 : 0.7, reason: 'date_alone' }
  }
  if (findNear(ahead.slice(-8), thaiFold('วันที่'), 1) && behind === '') {
    return { confidence: 0.85, reason: 'date_labelled' }
  }
  return { confidence: 0.3, reason: 'date_mentioned' }
}
