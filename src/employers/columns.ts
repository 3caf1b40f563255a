import { Refusal } from '#kernel'
import { refusals } from './refusals.ts'

/** Our columns, and what registers call them. Compared without case, spaces and punctuation. */
const names = {
  account_no: ['accountNo', 'เลขที่บัญชีนายจ้าง', 'เลขที่บัญชี', 'เลขบัญชีนายจ้าง'],
  branch_no: ['branchNo', 'ลำดับที่สาขา', 'สาขา', 'รหัสสาขา'],
  name_th: ['nameTh', 'name', 'ชื่อสถานประกอบการ', 'ชื่อนายจ้าง', 'ชื่อภาษาไทย', 'ชื่อ'],
  name_en: ['nameEn', 'ชื่อภาษาอังกฤษ', 'ชื่อสถานประกอบการภาษาอังกฤษ'],
  former_names: ['formerNames', 'ชื่อเดิม'],
  employer_type: ['employerType', 'ประเภทนายจ้าง', 'ประเภทกิจการ'],
  juristic_no: ['juristicNo', 'เลขทะเบียนนิติบุคคล', 'ทะเบียนนิติบุคคล'],
  tax_no: ['taxNo', 'เลขประจำตัวผู้เสียภาษี', 'เลขประจำตัวผู้เสียภาษีอากร'],
  business_code: ['businessCode', 'รหัสประเภทกิจการ', 'รหัสกิจการ'],
  house_no: ['houseNo', 'เลขที่', 'บ้านเลขที่'],
  moo: ['หมู่', 'หมู่ที่'],
  soi: ['ซอย', 'ตรอก/ซอย'],
  road: ['ถนน'],
  subdistrict: ['ตำบล', 'แขวง', 'ตำบล/แขวง'],
  district: ['อำเภอ', 'เขต', 'อำเภอ/เขต'],
  province: ['จังหวัด'],
  postal_code: ['postalCode', 'รหัสไปรษณีย์'],
  office: ['สปส.', 'สำนักงาน', 'รหัสสำนักงาน', 'สำนักงานประกันสังคม'],
  status: ['สถานะ', 'สถานภาพ'],
  status_since: ['statusSince', 'วันที่เปลี่ยนสถานะ', 'วันที่มีสถานะ'],
  registered_on: ['registeredOn', 'วันที่ขึ้นทะเบียน', 'วันขึ้นทะเบียน'],
} as const

export type Column = keyof typeof names

const columns = Object.keys(names) as Column[] // What a record's keys are.
const needed: readonly Column[] = ['account_no', 'name_th']

/** Where each column stands in a row; absent when the file does not have it. */
export type Places = ReadonlyMap<Column, number>

/**
 * Finds our columns in a header line, by the mapping given (our column → their header) and else by name.
 * @throws Refusal `employers.columns_missing` naming the columns and the headers found
 */
export function placeColumns(
  header: readonly string[],
  mapping: Readonly<Record<string, string>>,
): Places {
  const keys = header.map(headerKey)
  const places = new Map<Column, number>()
  for (const column of columns) {
    const given = mapping[column]
    const wanted = given === undefined ? [column, ...names[column]] : [given]
    const at = wanted.map((name) => keys.indexOf(headerKey(name))).find((place) => place !== -1)
    if (at !== undefined) places.set(column, at)
    else if (given !== undefined) missing([column], header)
  }
  const absent = needed.filter((column) => !places.has(column))
  if (absent.length > 0) missing(absent, header)
  return places
}

function missing(absent: readonly string[], header: readonly string[]): never {
  throw new Refusal(refusals.columns_missing, { columns: absent, found: header.slice(0, 100) })
}

function headerKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_\-./"()]/g, '')
}
