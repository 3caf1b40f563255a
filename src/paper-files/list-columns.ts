import { Refusal } from '#kernel'
import type { Condition } from './contract.ts'
import { refusals } from './refusals.ts'

/** Our columns, and what offices call them. Compared without case, spaces and punctuation. */
const names = {
  account_no: ['เลขที่บัญชีนายจ้าง', 'เลขที่บัญชี', 'เลขบัญชีนายจ้าง'],
  branch_no: ['ลำดับที่สาขา', 'สาขา', 'รหัสสาขา'],
  volume_no: ['เล่มที่', 'เล่ม', 'volume'],
  building: ['อาคาร', 'ห้อง', 'สถานที่'],
  shelf: ['ตู้', 'ชั้น', 'ตู้/ชั้น', 'ตู้และชั้น'],
  box: ['กล่อง', 'กล่องที่'],
  condition: ['สภาพ', 'สภาพเอกสาร'],
  office: ['สำนักงาน', 'รหัสสำนักงาน', 'สปส.'],
} as const
export type ListColumn = keyof typeof names

/** Words for the condition of paper, as lists write them. */
const conditionWords: Readonly<Record<Condition, readonly string[]>> = {
  unknown: ['', '-', 'ไม่ทราบ'],
  good: ['ดี', 'ปกติ', 'สมบูรณ์'],
  torn: ['ขาด', 'ฉีกขาด', 'ชำรุด', 'damaged'],
  faded: ['จาง', 'ซีด', 'ซีดจาง'],
  thermal: ['กระดาษความร้อน'],
  mouldy: ['รา', 'ขึ้นรา', 'เชื้อรา', 'moldy'],
  insects: ['แมลงกัด', 'ปลวก', 'มอด'],
  wet: ['เปียก', 'ถูกน้ำ', 'เปียกน้ำ'],
  brittle: ['กรอบ', 'เปราะ'],
}

/** Null for a word that no condition has. */
export function readCondition(text: string): Condition | null {
  const word = text.trim().toLowerCase()
  const found = Object.entries(conditionWords).find(
    ([condition, words]) => condition === word || words.includes(word),
  )
  // The keys of the table are the conditions.
  return found === undefined ? null : (found[0] as Condition)
}

/**
 * Where each of our columns stands in the header line; absent ones are left out.
 * @throws Refusal `paper-files.columns_missing` when no account number stands in the list
 */
export function placeListColumns(header: readonly string[]): ReadonlyMap<ListColumn, number> {
  const keys = header.map(headerKey)
  const places = new Map<ListColumn, number>()
  for (const column of Object.keys(names) as ListColumn[]) {
    const wanted = [column, ...names[column]].map(headerKey)
    const at = wanted.map((name) => keys.indexOf(name)).find((place) => place !== -1)
    if (at !== undefined) places.set(column, at)
  }
  if (!places.has('account_no')) {
    const facts = { columns: ['account_no'], found: header.slice(0, 100) }
    throw new Refusal(refusals.columns_missing, facts)
  }
  return places
}

function headerKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_\-./"()]/g, '')
}
