import type { OfficeDate } from '#kernel'
import { Bug, unreachable } from '#kernel'
import { type Block, linesOf } from './blocks.ts'
import { documentKind } from './document-kinds.ts'
import type { EmployerFacts } from './employer-facts.ts'
import type { Mark } from './marks.ts'
import { idCard, insuredRegister, workplaceMap } from './papers/attachments.ts'
import {
  commercialRegistration,
  committeeList,
  juristicCertificate,
  licence,
  taxCertificate,
} from './papers/certificates.ts'
import { coverSheet } from './papers/cover-sheet.ts'
import { changeNotice, lease, powerOfAttorney } from './papers/deeds.ts'
import { accountNumberNotice, letterIn, letterOut } from './papers/letters.ts'
import { registrationForm } from './papers/registration-form.ts'
import type { Random } from './random.ts'
import type { FontFamily, Typesetter } from './typesetting.ts'

/** A paper before it is printed. */
export type Paper = {
  documentType: string
  date: OfficeDate
  pages: readonly (readonly Block[])[]
}

/** Puts the content of one document together. `code` is a code of the catalogue of document types. */
export function aPaper(
  code: string,
  facts: EmployerFacts,
  date: OfficeDate,
  random: Random,
): Paper {
  return { documentType: code, date, pages: content(code, facts, date, random) }
}

export function aCoverPaper(facts: EmployerFacts, documentType: string, date: OfficeDate): Paper {
  const { section } = documentKind(documentType)
  return { documentType, date, pages: coverSheet(facts.employer, { documentType, section }) }
}

function content(code: string, facts: EmployerFacts, date: string, random: Random): Block[][] {
  const kind = documentKind(code).code
  switch (kind) {
    case 'sps-1-01':
      return registrationForm(facts, date, random)
    case 'juristic-certificate':
      return juristicCertificate(facts, date, random)
    case 'commercial-registration':
      return commercialRegistration(facts, date, random)
    case 'pp-20':
      return taxCertificate(facts, date, random)
    case 'committee-list':
      return committeeList(facts, date, random)
    case 'workplace-map':
      return workplaceMap(facts, date, random)
    case 'id-card':
      return idCard(facts, date, random)
    case 'insured-register':
      return insuredRegister(facts, date)
    case 'power-of-attorney':
      return powerOfAttorney(facts, date, random)
    case 'lease':
      return lease(facts, date, random)
    case 'sps-6-15':
      return changeNotice(facts, date, random)
    case 'account-number-notice':
      return accountNumberNotice(facts, date, random)
    case 'letter-in':
      return letterIn(facts, date, random)
    case 'letter-out':
      return letterOut(facts, date, random)
    case 'other-law-licence':
    case 'foundation-licence':
    case 'association-licence':
    case 'cooperative-registration':
    case 'condominium-registration':
    case 'school-licence':
      return licence(kind, facts, date, random)
    default:
      return unreachable(kind)
  }
}

/** The words of one page as lines in reading order, without header, footer and what was stamped on. */
export function pageLines(paper: Paper, page: number): string[] {
  return (paper.pages[page] ?? []).flatMap(linesOf)
}

/** How a paper was typed. */
export type Typing = { font: FontFamily; size: number; marks: readonly Mark[] }

const smallestSize = 9.5

/** Sets a paper in type, as PDF. Long names run over a page: then all of it is set smaller. */
export function print(typesetter: Typesetter, paper: Paper, typing: Typing): Uint8Array {
  for (let size = typing.size; size >= smallestSize; size -= 0.5) {
    const { pdf, pages } = typesetter.pdf(printJob(paper, { ...typing, size }))
    if (pages === paper.pages.length) return pdf
  }
  throw new Bug(`A ${paper.documentType} does not fit on its pages`)
}

function printJob(paper: Paper, { font, size, marks }: Typing): string {
  const { title } = documentKind(paper.documentType)
  const letter = paper.documentType.startsWith('letter') || paper.documentType.endsWith('notice')
  return JSON.stringify({
    title: `${title} (ตัวอย่าง / SAMPLE)`,
    footer: 'เอกสารสมมติเพื่อทดสอบระบบ ไม่ใช่เอกสารจริง',
    look: { font, size, leading: 0.48, left: letter ? 30 : 22, right: letter ? 20 : 18 },
    marks,
    pages: paper.pages,
  })
}
