import { thaiFold } from '#thai-text'
import type { KnownType } from './proposal.ts'

/**
 * What papers of a type print where the catalogue's title says something else: their headings, and
 * phrases that hardly any other paper has. Codes are those of the catalogue.
 */
const printed: Readonly<
  Record<string, { titles?: readonly string[]; phrases?: readonly string[] }>
> = {
  'sps-1-01': {
    phrases: ['ขอขึ้นทะเบียนนายจ้างตามพระราชบัญญัติ', 'เจ้าหน้าที่ผู้รับขึ้นทะเบียน', 'วันที่มีลูกจ้างคนแรก'],
  },
  'account-number-notice': {
    titles: ['เรื่อง แจ้งเลขที่บัญชีนายจ้าง'],
    phrases: ['จึงขึ้นทะเบียนเป็นนายจ้าง เลขที่บัญชี', 'สิ่งที่ส่งมาด้วย หนังสือสำคัญแสดงการขึ้นทะเบียนนายจ้าง'],
  },
  'juristic-certificate': {
    titles: ['หนังสือรับรอง'],
    phrases: [
      'ได้จดทะเบียนเป็นนิติบุคคลตามประมวลกฎหมายแพ่งและพาณิชย์',
      'ปรากฏข้อความในรายการตามเอกสารทะเบียน',
      'สำนักงานทะเบียนหุ้นส่วนบริษัท',
    ],
  },
  'commercial-registration': { phrases: ['ชื่อผู้ประกอบพาณิชยกิจ', 'นายทะเบียนพาณิชย์'] },
  'power-of-attorney': { phrases: ['ขอมอบอำนาจให้', 'ผู้รับมอบอำนาจได้กระทำไปภายในขอบเขต'] },
  lease: {
    titles: ['หนังสือสัญญาเช่า', 'สัญญาเช่าอาคาร', 'สัญญาเช่าที่ดิน'],
    phrases: ['ซึ่งต่อไปนี้เรียกว่า ผู้ให้เช่า'],
  },
  'id-card': {
    titles: ['บัตรประจำตัวประชาชน', 'Thai National ID Card'],
    phrases: ['วันออกบัตร', 'วันบัตรหมดอายุ', 'ชื่อตัวและชื่อสกุล'],
  },
  'house-registration': { titles: ['ทะเบียนบ้าน'], phrases: ['รายการเกี่ยวกับบ้าน', 'เล่มที่ รหัสประจำบ้าน'] },
  'insured-register': { titles: ['ทะเบียนลูกจ้าง'] },
  'workplace-map': { titles: ['แผนที่สถานประกอบการ', 'แผนที่ตั้งสถานที่ประกอบการ'] },
  'letter-out': {
    titles: [],
    phrases: ['กรรมการผู้จัดการ', 'จึงเรียนมาเพื่อโปรดดำเนินการ', 'ฝ่ายทะเบียนและประสานการแพทย์'],
  },
  'letter-in': { titles: [], phrases: ['เรียน ประกันสังคมจังหวัด', 'เรียน ผู้อำนวยการสำนักงานประกันสังคม'] },
  memo: { titles: ['บันทึกข้อความ'], phrases: ['ส่วนราชการ'] },
  'payment-receipt': { titles: ['ใบเสร็จรับเงิน'] },
  // Names of the catalogue that no paper bears.
  'other-law-licence': { titles: [] },
  'foreign-juristic-proof': { titles: [] },
  'change-evidence': { titles: [] },
  'dissolution-evidence': { titles: [] },
  'establishment-law': { titles: [] },
  'workplace-photo': { titles: [] },
  'inspection-photo': { titles: [] },
  'prosecution-paper': { titles: [] },
  'court-paper': { titles: [] },
  'bankruptcy-paper': { titles: [] },
  'other-sso-form': { titles: [] },
  'file-note': { titles: [] },
  unrecognised: { titles: [] },
}

/** The words by which papers of one type are known, folded. */
export type TypeWords = {
  code: string
  /** The letters and the figures of a form number, `สปส` and `1 01`. */
  form: { letters: string; figures: string } | null
  titles: readonly string[]
  phrases: readonly string[]
}

export function wordsOfType({ code, formNo, titleTh }: KnownType): TypeWords {
  const { titles, phrases = [] } = printed[code] ?? {}
  const bare = titleTh.replace(/\(.*\)/, '').replace(/^สำเนา/, '')
  // An empty list says that the title is never printed; otherwise ours come beside it.
  const own = titles?.length === 0 ? [] : [bare, ...(titles ?? [])]
  return {
    code,
    form: formNo === null ? null : formOf(formNo),
    titles: own.map(thaiFold).filter((title) => title.length >= title_letters_min),
    phrases: phrases.map(thaiFold),
  }
}

const title_letters_min = 5

function formOf(formNo: string): TypeWords['form'] {
  const found = /^([\u0e01-\u0e4e.]+)\s*(\d.*)$/.exec(formNo)
  return found ? { letters: thaiFold(found[1] ?? ''), figures: figuresOf(found[2] ?? '') } : null
}

/** Figures of a form number as comparable text: `1-10/1` and `1 - 10 / 1` are one. */
export function figuresOf(text: string): string {
  return thaiFold(text)
    .replace(/[^\dก-ฮ]+/g, ' ')
    .trim()
}
