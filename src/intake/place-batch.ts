import { type DocumentsTables, fileDocument, filedPagesOfScans } from '#documents'
import type { EmployersTables } from '#employers'
import { Refusal } from '#kernel'
import { idOf } from '#platform/digests'
import type { Context } from '#record'
import { coverOn, type Destination, type PageOfScan, type Paper, papersOf } from './cut-papers.ts'
import { markPlaced, type PlacedScan, type ScanToPlace, scansOfBatch } from './examinations.ts'
import type { IntakeTables } from './tables.ts'

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
    return stands || coverOn(page) !== null ? [] : [index]
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

/** Nobody has looked at the page yet who could say that it lies on its side. */
const asScanned = { turn: 0, straighten: 0 } as const

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
    ...asScanned,
  }
}
