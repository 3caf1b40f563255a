import { addDays } from './dates.ts'
import { documentKind } from './document-kinds.ts'
import { factsOf } from './employer-facts.ts'
import { employerSource } from './employers.ts'
import { type ImageFormat, writePages } from './image-files.ts'
import { bornDigital, scanCover, scanDocument } from './produce.ts'
import { itemAt, type Seed, seededRandom } from './random.ts'
import { type ScanLookName, startScanner } from './scan-looks.ts'
import type { PageTruth } from './truth.ts'
import { startTypesetter } from './typesetting.ts'

export type SamplePageOptions = {
  /** Default 1. */
  seed?: Seed
  /** Default `office-200`. */
  look?: ScanLookName
  /** Default `png`. */
  format?: ImageFormat
  /** Which page of the document, from 0. Default 0. */
  page?: number
  /** The cover sheet that stands before the document, instead of the document. */
  cover?: boolean
}

export type SamplePage = { bytes: Uint8Array; truth: PageTruth }

/**
 * One scanned page for tests: `kind` is a code of the catalogue that `documentKinds` lists. The same
 * options give the same page. Takes about half a second; `pdf` as format is an image in a PDF.
 */
export async function aSamplePage(
  kind: string,
  options: SamplePageOptions = {},
): Promise<SamplePage> {
  const { seed = 1, look = 'office-200', format = 'png', page = 0, cover = false } = options
  using scanner = await startScanner()
  const machines = { typesetter: startTypesetter(), scanner }
  const { work, random } = onePaper(kind, seed)
  const scan = cover ? scanCover : scanDocument
  const { pixels, truths } = await scan(machines, { ...work, manner: { look, format } }, random)
  const bytes = await writePages([itemAt(pixels, page)], format)
  return { bytes, truth: { ...itemAt(truths, page), page: 0 } }
}

/** A whole document as a PDF that never was paper, with a truth for each page. */
export function aBornDigitalPdf(
  kind: string,
  { seed = 1 }: { seed?: Seed } = {},
): { pdf: Uint8Array; truths: readonly PageTruth[] } {
  const { work, random } = onePaper(kind, seed)
  // Nothing is scanned, so the scanner need not start.
  return bornDigital({ typesetter: startTypesetter() }, work, random)
}

function onePaper(kind: string, seed: Seed) {
  const { code } = documentKind(kind)
  const employer = employerSource(seed, 'pilot')(0)
  const planned = { code, date: addDays(employer.registeredOn, 30), pages: 1 }
  return {
    work: { facts: factsOf(employer), planned },
    random: seededRandom(`${seed}/page/${kind}`),
  }
}
