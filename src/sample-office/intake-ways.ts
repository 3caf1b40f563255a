import type { Desk, FileToMake } from './desk.ts'
import type { PlannedDocument } from './document-plan.ts'
import type { EmployerFacts } from './employer-facts.ts'
import { extensionOf, type ImageFormat, writePages } from './image-files.ts'
import {
  bornDigital,
  type Machines,
  type Manner,
  type ScannedDocument,
  scanCover,
  scanDocument,
} from './produce.ts'
import { itemAt, type Random, type Seed, seededRandom } from './random.ts'

/** How documents that come one by one were scanned, in turn; null is a PDF that never was paper. */
const manners: readonly (Manner | null)[] = [
  { look: 'bilevel-300', format: 'tiff-g4' },
  { look: 'colour-200', format: 'tiff-jpeg' },
  { look: 'office-200', format: 'pdf' },
  { look: 'office-200', format: 'tiff-lzw' },
  null,
  { look: 'fax', format: 'tiff-g4' },
  { look: 'colour-200', format: 'jpeg' },
  { look: 'faded', format: 'png' },
  { look: 'bilevel-200', format: 'tiff-g4' },
]

/** First way: a folder named by the account number, one file a document: `01-sps-1-01-2005-01-04.tif`. */
export async function writeByFolder(desk: Desk, file: FileToMake, turn: number): Promise<void> {
  const { facts, documents } = file
  const folder = `papers/by-folder/${facts.employer.accountNo}`
  for (const [place, planned] of documents.entries()) {
    const number = `${place + 1}`.padStart(2, '0')
    // Half of the names tell the date of the paper, as half of the clerks would.
    const dated = place % 2 === 0 ? `-${planned.date}` : ''
    const name = `${folder}/${number}-${planned.code}${dated}`
    const random = randomOf(desk.seed, facts, planned)
    const chosen = itemAt(manners, (turn + place) % manners.length)
    if (chosen === null) {
      const { pdf, truths } = bornDigital(desk.machines, { facts, planned }, random)
      await desk.put(`${name}.pdf`, pdf, truths)
      continue
    }
    const manner = forPages(chosen, planned.pages)
    const { pixels, truths } = await scanDocument(desk.machines, { facts, planned, manner }, random)
    const bytes = await writePages(pixels, manner.format)
    await desk.put(`${name}.${extensionOf(manner.format)}`, bytes, truths)
  }
}

/** JPEG and PNG hold one page; a longer document goes into a TIFF. */
function forPages(manner: Manner, pages: number): Manner {
  const single = manner.format === 'jpeg' || manner.format === 'png'
  return single && pages > 1 ? { ...manner, format: 'tiff-jpeg' } : manner
}

/** Second way: one image a page, numbered as the scanner goes, a cover sheet before each document. */
export async function writePageByPage(desk: Desk, files: readonly FileToMake[]): Promise<void> {
  const manner: Manner = { look: 'colour-200', format: 'jpeg' }
  let number = 0
  for (const { pixels, truths } of await scanWithCovers(desk, files, manner)) {
    for (const [place, page] of pixels.entries()) {
      number += 1
      const name = `papers/scanner/2020-03-12/page-${`${number}`.padStart(4, '0')}.jpg`
      await desk.put(name, await writePages([page], manner.format), [itemAt(truths, place)])
    }
  }
}

/** Third way: everything in one file of many pages, cover sheets inside. */
export async function writeInOneFile(
  desk: Desk,
  files: readonly FileToMake[],
  format: Extract<ImageFormat, 'tiff-g4' | 'pdf'>,
): Promise<void> {
  // A PDF of no pages would be written with a blank one that no truth knows.
  if (files.length === 0) return
  const look = format === 'pdf' ? 'office-200' : 'bilevel-200'
  const all = await scanWithCovers(desk, files, { look, format })
  const bytes = await writePages(
    all.flatMap((scanned) => scanned.pixels),
    format,
  )
  await desk.put(
    `papers/copier/batch-${format === 'pdf' ? 'b.pdf' : 'a.tif'}`,
    bytes,
    all.flatMap((scanned) => scanned.truths),
  )
}

async function scanWithCovers(
  desk: Pick<Desk, 'machines' | 'seed'> & { machines: Machines },
  files: readonly FileToMake[],
  manner: Manner,
): Promise<ScannedDocument[]> {
  const scanned: ScannedDocument[] = []
  for (const { facts, documents } of files) {
    for (const planned of documents) {
      const random = randomOf(desk.seed, facts, planned)
      scanned.push(await scanCover(desk.machines, { facts, planned, manner }, random))
      scanned.push(await scanDocument(desk.machines, { facts, planned, manner }, random))
    }
  }
  return scanned
}

/** Each document has numbers of its own, so that it looks the same in whatever order papers are made. */
function randomOf(seed: Seed, facts: EmployerFacts, planned: PlannedDocument): Random {
  return seededRandom(`${seed}/${facts.employer.accountNo}/${planned.code}`)
}
