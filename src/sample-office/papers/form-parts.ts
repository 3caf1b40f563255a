import { type Block, digits, fields, heading, line } from '../blocks.ts'
import { shownAccount, shownThirteen } from '../numbers.ts'
import type { Address } from '../places.ts'

/** The head of a form of the office: form number on the right, title, office. */
export function formHead(formNo: string, title: string): Block[] {
  return [
    line(formNo, 'right', 0),
    heading(title, 17),
    line('สำนักงานประกันสังคม กระทรวงแรงงาน', 'center', 0.5),
  ]
}

export function accountBoxes(accountNo: string): Block {
  return digits('เลขที่บัญชีนายจ้าง', shownAccount(accountNo))
}

export function thirteenBoxes(label: string, number: string): Block {
  return digits(label, shownThirteen(number))
}

/** An address on three dotted lines, in the order of the registration form. */
export function addressFields(address: Address): Block[] {
  return [
    fields(
      ['เลขที่', address.houseNo],
      ['หมู่ที่', address.moo || '-'],
      ['ซอย', address.soi || '-', 2],
      ['ถนน', address.road || '-', 2],
    ),
    fields(['ตำบล/แขวง', address.subdistrict, 2], ['อำเภอ/เขต', address.district, 2]),
    fields(['จังหวัด', address.province, 2], ['รหัสไปรษณีย์', address.postalCode]),
  ]
}

export function baht(amount: number): string {
  return `${amount.toLocaleString('en-US')} บาท`
}
