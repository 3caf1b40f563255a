import bwipjs from 'bwip-js'
import { type Block, digits, fields, heading, line } from '../blocks.ts'
import { documentKind } from '../document-kinds.ts'
import type { Employer } from '../employers.ts'
import { shownAccount } from '../numbers.ts'

/** What a cover sheet tells the machine; `null` where it leaves the question open. */
export type Cover = { documentType: string | null; section: string | null }

/** The text in the code, exactly: `faem1:<account>:<branch>:<document type or ->:<section or ->`. */
export function coverText(employer: Employer, { documentType, section }: Cover): string {
  const parts = [employer.accountNo, employer.branchNo, documentType ?? '-', section ?? '-']
  return `faem1:${parts.join(':')}`
}

/** Sheet that stands before a document: a QR code of 25 mm, error correction level M, and the same in words. */
export function coverSheet(employer: Employer, cover: Cover): Block[][] {
  const text = coverText(employer, cover)
  // The type of the options leaves out what belongs to one kind of code, such as its level.
  const symbol = { bcid: 'qrcode', text, eclevel: 'M' }
  const svg = bwipjs.toSVG(symbol)
  const kind = cover.documentType ? documentKind(cover.documentType) : null
  return [
    [
      heading('ใบปะหน้า', 30),
      line('วางหน้าเอกสารก่อนสแกน แล้วสแกนไปพร้อมกัน', 'center'),
      { is: 'code', svg, above: 14 },
      line(text, 'center', 4),
      { is: 'gap', mm: 10 },
      digits('เลขที่บัญชีนายจ้าง', shownAccount(employer.accountNo)),
      fields(['ลำดับที่สาขา', employer.branchNo]),
      fields(['ชื่อนายจ้าง', employer.nameTh]),
      fields(['ประเภทเอกสาร', kind ? `${kind.formNo} ${kind.title}`.trim() : 'ดูจากเอกสาร']),
      fields(['สำนักงาน', employer.office]),
    ],
  ]
}
