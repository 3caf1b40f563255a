import {
  type CoverCode,
  type DocumentsTables,
  fileDocument,
  filedPagesOfScans,
  findType,
  readCoverCode,
} from '#documents'
import { type EmployersTables, employerExists } from '#employers'
import { type PaperDate, Refusal } from '#kernel'
import { idOf } from '#platform/digests'
import type { ReadTables } from '#platform/postgres'
import type { Context } from '#record'
import type { waitingReasons } from './contract.ts'
import { markPlaced, type PlacedScan, type ScanToPlace, scansOfBatch } from './examinations.ts'
import { readName } from './read-name.ts'
import type { IntakeTables } from './tables.ts'

type Read = ReadTables<IntakeTables & EmployersTables & DocumentsTables>
type WaitingReason = (typeof waitingReasons)[number]
type PageOfScan = { scan: ScanToPlace; pageIndex: number }

/** Pages that belong to one paper, with what is known of where it goes. */
type Paper = {
  /** The scan of the cover sheet in front, which goes where its paper goes. */
  coverScanId: string | null
  pages: PageOfScan[]
  destination: Destination | { wait: WaitingReason; facts: Record<string, unknown> }
}
type Destination = { accountNo: string; branchNo: string; type: string; dated: PaperDate | null }

type Obstacle = { reason: string; facts: Record<string, unknown> }

/** Why scans could not be placed, and which cover sheets led a paper into its file. */
type Outcome = { obstacles: Map<string, Obstacle>; usedCovers: Set<string> }

/**
 * Puts the papers of an examined batch into their files; what cannot be placed waits with its reason.
 * Document ids are named by their first page, so that a batch placed again files nothing twice.
 */
export async function placeBatch(context: Context, batchId: string): Promise<void> {
  const read = context.read<IntakeTables & EmployersTables & DocumentsTables>()
  const { label, scans } = await scansOfBatch(read, batchId)
  const outcome: Outcome = { obstacles: new Map(), usedCovers: new Set() }
  for (const paper of await papersOf(read, { label, scans })) {
    await placePaper(context, { batchId, paper, outcome })
  }
  // Where each page stands is asked of the files, not remembered: a person may have placed it meanwhile.
  const standing = await filedPagesOfScans(
    read,
    scans.map(({ scanId }) => scanId),
  )
  const placed = scans.map((scan): [string, PlacedScan] => [
    scan.scanId,
    placeOf(scan, standing.get(scan.scanId) ?? [], outcome),
  ])
  await markPlaced(context, new Map(placed))
}

/** A scan is filed when each of its pages is in a document or is a cover that led one there. */
function placeOf(
  scan: ScanToPlace,
  filed: readonly { pageIndex: number; documentId: string }[],
  { obstacles, usedCovers }: Outcome,
): PlacedScan {
  const documentIds = [...new Set(filed.map(({ documentId }) => documentId))]
  const pagesLeft = scan.pages.flatMap((page, index) => {
    const stands = filed.some(({ pageIndex }) => pageIndex === index)
    return stands || coverOn(page.codes) !== null ? [] : [index]
  })
  const arrived = documentIds.length > 0 || usedCovers.has(scan.scanId)
  if (pagesLeft.length === 0 && arrived) {
    return { state: 'filed', reason: null, facts: { documentIds } }
  }
  const { reason, facts } = obstacles.get(scan.scanId) ?? { reason: 'cover-only', facts: {} }
  return { state: 'waiting', reason, facts: { ...facts, documentIds, pagesLeft } }
}

async function placePaper(
  context: Context,
  { batchId, paper, outcome }: { batchId: string; paper: Paper; outcome: Outcome },
): Promise<void> {
  const { destination, pages, coverScanId } = paper
  const obstacle = await obstacleTo(context, { batchId, pages, destination })
  if (obstacle === null) {
    if (coverScanId !== null) outcome.usedCovers.add(coverScanId)
    return
  }
  for (const { scan } of pages) outcome.obstacles.set(scan.scanId, obstacle)
  if (coverScanId !== null && !outcome.obstacles.has(coverScanId)) {
    outcome.obstacles.set(coverScanId, obstacle)
  }
}

/** Files the paper; a refusal concerns this paper alone, and the others go on. */
async function obstacleTo(
  context: Context,
  paper: { batchId: string } & Pick<Paper, 'pages' | 'destination'>,
): Promise<Obstacle | null> {
  const { batchId, pages, destination } = paper
  if ('wait' in destination) return { reason: destination.wait, facts: destination.facts }
  try {
    await filePages(context, { batchId, pages, destination })
    return null
  } catch (reason) {
    if (!(reason instanceof Refusal) || reason.kind.status >= 500) throw reason
    // Filed before, by an earlier run of this job or by a person: the files tell where.
    if (stands.includes(reason.code)) return null
    return { reason: reason.code, facts: { ...reason.facts } }
  }
}

/** Refusals which say that these pages stand in a document already. */
export const stands = ['documents.already_filed', 'documents.page_repeated', 'record.id_taken']

/** Files pages as one document, named by its first page. */
export async function filePages(
  context: Context,
  filing: { batchId: string; pages: readonly PageOfScan[]; destination: Destination; id?: string },
): Promise<string> {
  const { batchId, pages, destination } = filing
  const first = pages[0]
  const documentId = idOf('document', first?.scan.scanId ?? '', String(first?.pageIndex))
  await fileDocument(context, {
    id: filing.id ?? documentId,
    documentId,
    ...destination,
    title: null,
    batchId,
    guards: [`batch/${batchId}`],
    pages: pages.map(filedPage),
  })
  return documentId
}

function filedPage({ scan, pageIndex }: PageOfScan) {
  const measured = scan.pages[pageIndex]
  return {
    pageId: idOf('page', scan.scanId, String(pageIndex)),
    scanId: scan.scanId,
    sha256: scan.sha256,
    sha512: scan.sha512,
    bytes: scan.bytes,
    mediaType: scan.mediaType,
    pageIndex,
    pixels: measured?.pixels ?? ([1, 1] as [number, number]),
    dpi: measured?.dpi ?? null,
    bits: measured?.bits ?? 1,
  }
}

/** Cuts the stack at cover sheets; without one in front, each file is a paper of its own. */
async function papersOf(
  read: Read,
  { label, scans }: { label: string; scans: readonly ScanToPlace[] },
): Promise<Paper[]> {
  const papers: Paper[] = []
  let cover: CoverCode | null = null
  let coverScanId: string | null = null
  let cut = true
  for (const scan of scans) {
    // Behind a cover the next file goes on with the same paper.
    if (cover === null) cut = true
    for (const [pageIndex, page] of scan.pages.entries()) {
      const code = coverOn(page.codes)
      if (code !== null) {
        cover = code
        coverScanId = scan.scanId
        cut = true
        continue
      }
      const last = papers.at(-1)
      if (!cut && last) last.pages.push({ scan, pageIndex })
      else {
        const destination = await destinationOf(read, { label, scan, cover })
        papers.push({ coverScanId, destination, pages: [{ scan, pageIndex }] })
      }
      cut = false
      coverScanId = null
    }
  }
  return papers
}

function coverOn(codes: readonly string[]): CoverCode | null {
  for (const text of codes) {
    const code = readCoverCode(text)
    if (code !== null) return code
  }
  return null
}

async function destinationOf(
  read: Read,
  { label, scan, cover }: { label: string; scan: ScanToPlace; cover: CoverCode | null },
): Promise<Paper['destination']> {
  const clues = readName(label, scan.name)
  const numbers = cover === null ? clues.numbers : [cover.accountNo]
  if (numbers.length === 0) return { wait: 'no-number', facts: {} }
  const employer = await firstKnown(read, numbers)
  if (employer === null) return { wait: 'unknown-account', facts: { accountNo: numbers[0] } }
  const named = cover?.type == null ? clues.types : [cover.type]
  for (const text of named) {
    const type = await findType(read, text)
    if (type === null) continue
    const branchNo = cover?.branchNo ?? '000000'
    return { accountNo: employer, branchNo, type: type.code, dated: clues.dated }
  }
  return { wait: 'unknown-type', facts: { accountNo: employer, names: named } }
}

async function firstKnown(read: Read, numbers: readonly string[]): Promise<string | null> {
  for (const number of numbers) {
    const employer = await employerExists(read, number)
    if (employer !== null) return employer.accountNo
  }
  return null
}
