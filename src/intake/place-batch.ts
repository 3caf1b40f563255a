import {
  type CoverCode,
  type DocumentsTables,
  fileDocument,
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

/**
 * Puts the papers of an examined batch into their files; what cannot be placed waits with its reason.
 * Document ids are named by their first page, so that a batch placed again files nothing twice.
 */
export async function placeBatch(context: Context, batchId: string): Promise<void> {
  const read = context.read<IntakeTables & EmployersTables & DocumentsTables>()
  const { label, scans } = await scansOfBatch(read, batchId)
  const papers = await papersOf(read, { label, scans })
  const placed = new Map<string, PlacedScan>()
  for (const paper of papers) await placePaper(context, { batchId, paper, placed })
  for (const scan of scans) {
    if (!placed.has(scan.scanId)) placed.set(scan.scanId, waiting('cover-only', {}))
  }
  await markPlaced(context, placed)
}

async function placePaper(
  context: Context,
  { batchId, paper, placed }: { batchId: string; paper: Paper; placed: Map<string, PlacedScan> },
): Promise<void> {
  const { destination, pages, coverScanId } = paper
  const scanIds = new Set(pages.map(({ scan }) => scan.scanId))
  if (coverScanId !== null) scanIds.add(coverScanId)
  if ('wait' in destination) {
    for (const scanId of scanIds) {
      if (!placed.has(scanId)) placed.set(scanId, waiting(destination.wait, destination.facts))
    }
    return
  }
  const documentId = await fileOnce(context, { batchId, pages, destination })
  for (const scanId of scanIds) {
    const earlier = placed.get(scanId)?.facts['documentIds']
    const documentIds = [...(Array.isArray(earlier) ? earlier : []), documentId]
    placed.set(scanId, { state: 'filed', reason: null, facts: { documentIds } })
  }
}

/** Files pages as one document; a document that stands already is left as it is. */
export async function fileOnce(
  context: Context,
  filing: { batchId: string; pages: readonly PageOfScan[]; destination: Destination; id?: string },
): Promise<string> {
  const { batchId, pages, destination } = filing
  const first = pages[0]
  const documentId = idOf('document', first?.scan.scanId ?? '', String(first?.pageIndex))
  try {
    await fileDocument(context, {
      id: filing.id ?? documentId,
      documentId,
      ...destination,
      title: null,
      batchId,
      guards: [`batch/${batchId}`],
      pages: pages.map(filedPage),
    })
  } catch (reason) {
    const stands = ['documents.already_filed', 'record.id_taken', 'documents.page_repeated']
    if (!(reason instanceof Refusal && stands.includes(reason.code))) throw reason
  }
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

function waiting(reason: WaitingReason, facts: Record<string, unknown>): PlacedScan {
  return { state: 'waiting', reason, facts }
}
