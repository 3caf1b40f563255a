import { documentKind } from './document-kinds.ts'
import type { PlannedDocument } from './document-plan.ts'
import type { EmployerFacts } from './employer-facts.ts'
import type { ImageFormat } from './image-files.ts'
import { marksFor } from './marks.ts'
import { aCoverPaper, aPaper, type Paper, pageLines, print } from './paper.ts'
import type { Random } from './random.ts'
import { type Pixels, type ScanLookName, type Scanner, scanLooks } from './scan-looks.ts'
import type { PageTruth } from './truth.ts'
import type { FontFamily, Typesetter } from './typesetting.ts'

export type Machines = { typesetter: Typesetter; scanner: Scanner }

/** How a document was scanned: `born-digital` is a PDF that never was paper. */
export type Manner = { look: ScanLookName; format: ImageFormat }

export type ScannedDocument = { pixels: readonly Pixels[]; truths: readonly PageTruth[] }

/** Prints, stamps and scans one document. The truths lack file and page, which the caller knows. */
export async function scanDocument(
  machines: Machines,
  { facts, planned, manner }: { facts: EmployerFacts; planned: PlannedDocument; manner: Manner },
  random: Random,
): Promise<ScannedDocument> {
  const paper = aPaper(planned.code, facts, planned.date, random)
  const marks = marksFor(
    facts,
    { documentType: planned.code, pages: paper.pages.length, date: planned.date },
    random,
  )
  const font = random.pick(machines.typesetter.fonts)
  const pdf = print(machines.typesetter, paper, { font, size: sizeFor(font), marks })
  const pixels = await machines.scanner.scan(pdf, scanLooks[manner.look], random)
  return { pixels, truths: truthsOf(facts, paper, { font, manner, cover: false }) }
}

/** Prints and scans the cover sheet that stands before a document. */
export async function scanCover(
  machines: Machines,
  { facts, planned, manner }: { facts: EmployerFacts; planned: PlannedDocument; manner: Manner },
  random: Random,
): Promise<ScannedDocument> {
  const paper = aCoverPaper(facts, planned.code, planned.date)
  const pdf = print(machines.typesetter, paper, { font: 'Sarabun', size: 15, marks: [] })
  const pixels = await machines.scanner.scan(pdf, scanLooks[manner.look], random)
  return { pixels, truths: truthsOf(facts, paper, { font: 'Sarabun', manner, cover: true }) }
}

/** A document that comes as a PDF from a program, without stamps. */
export function bornDigital(
  machines: Pick<Machines, 'typesetter'>,
  { facts, planned }: { facts: EmployerFacts; planned: PlannedDocument },
  random: Random,
): { pdf: Uint8Array; truths: readonly PageTruth[] } {
  const paper = aPaper(planned.code, facts, planned.date, random)
  const font = random.pick(machines.typesetter.fonts)
  const pdf = print(machines.typesetter, paper, { font, size: sizeFor(font), marks: [] })
  const manner = { look: 'born-digital', format: 'pdf' }
  return { pdf, truths: truthsOf(facts, paper, { font, manner, cover: false }) }
}

/** Families differ in how large they look; so the page still holds the whole paper. */
function sizeFor(font: FontFamily): number {
  return font === 'Niramit' || font === 'Sarabun' ? 13.5 : 12
}

type Making = { font: string; manner: { look: string; format: string }; cover: boolean }

function truthsOf(facts: EmployerFacts, paper: Paper, making: Making): PageTruth[] {
  const { employer } = facts
  const { section } = documentKind(paper.documentType)
  return paper.pages.map((_, page) => ({
    file: '',
    page: 0,
    account: employer.accountNo,
    branch: employer.branchNo,
    cover: making.cover,
    documentType: paper.documentType,
    section,
    documentDate: paper.date,
    documentPage: making.cover ? -1 : page,
    lines: pageLines(paper, page),
    font: making.font,
    look: making.manner.look,
    format: making.manner.format,
    index: {
      accountNo: employer.accountNo,
      branchNo: employer.branchNo,
      nameTh: employer.nameTh,
      juristicNo: employer.juristicNo,
      documentDate: paper.date,
    },
  }))
}
