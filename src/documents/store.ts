import type { PaperDate, Scope } from '#kernel'
import { type Upright, uprightSize } from '#platform/images'
import type { ReadTables } from '#platform/postgres'
import type { DocumentSummary, DocumentType } from './contract.ts'
import type { DocumentsTables } from './tables.ts'

type Read = ReadTables<DocumentsTables>

/** A filed page with what its document says of it, and how it is shown. */
export type StoredPage = Upright & {
  pageId: string
  documentId: string
  accountNo: string
  branchNo: string
  officeId: string
  type: string
  section: string
  tier: DocumentType['tier']
  dated: PaperDate | null
  /** From 1, in the order of the paper. */
  ordinal: number
  scanId: string | null
  sha256: string
  pageIndex: number
  /** As shown: turned and straightened. */
  pixels: [number, number]
  dpi: number | null
  mediaType: string
}

/** The document, or null when there is none or the scope does not reach it. */
export async function findDocument(
  read: Read,
  scope: Scope,
  documentId: string,
): Promise<DocumentSummary | null> {
  let query = summaries(read).where('d.documentId', '=', documentId)
  if (scope.offices !== 'all') query = query.where('d.officeId', 'in', [...scope.offices, ''])
  const row = await query.executeTakeFirst()
  return row ? toSummary(row) : null
}

/** Documents of a file that the caller was allowed to open, by date on the paper; undated last. */
export async function documentsOfFile(
  read: Read,
  accountNo: string,
): Promise<(DocumentSummary & { batchId: string | null })[]> {
  const rows = await summaries(read)
    .select('d.batchId')
    .where('d.accountNo', '=', accountNo)
    .orderBy('d.dated', (order) => order.asc().nullsLast())
    .orderBy('d.ticket')
    .execute()
  return rows.map(({ batchId, ...row }) => ({ ...toSummary(row), batchId }))
}

/** Documents of a batch in the order of filing. No scope: the caller may see the batch. */
export async function documentsOfBatch(read: Read, batchId: string): Promise<DocumentSummary[]> {
  const rows = await summaries(read).where('d.batchId', '=', batchId).orderBy('d.ticket').execute()
  return rows.map(toSummary)
}

function summaries(read: Read) {
  return read
    .selectFrom('record.document as d')
    .leftJoin('record.documentType as t', 't.code', 'd.type')
    .innerJoin('record.page as p', (join) =>
      join.onRef('p.documentId', '=', 'd.documentId').on('p.ordinal', '=', 1),
    )
    .select(['d.documentId', 'd.accountNo', 'd.branchNo', 'd.type', 'd.section', 'd.title'])
    .select(['d.dated', 'd.datedPrecision', 'd.tier', 'd.pages', 'd.filedAt', 'd.filedBy'])
    .select('d.version')
    .select(['t.titleTh as typeTitleTh', 't.formNo', 'p.pageId as firstPageId'])
}

type SummaryRow = Awaited<ReturnType<ReturnType<typeof summaries>['execute']>>[number]

function toSummary({ dated, datedPrecision, filedAt, ...row }: SummaryRow): DocumentSummary {
  return {
    ...row,
    typeTitleTh: row.typeTitleTh ?? row.type,
    dated: toPaperDate(dated, datedPrecision),
    filedAt: filedAt.toISOString(),
  }
}

export function toPaperDate(date: string | null, precision: PaperDate['precision'] | null) {
  return date === null || precision === null ? null : { date, precision }
}

/** The page, or null when there is none or the scope does not reach it. */
export async function findPage(
  read: Read,
  scope: Scope,
  pageId: string,
): Promise<StoredPage | null> {
  let query = pageRows(read).where('p.pageId', '=', pageId)
  if (scope.offices !== 'all') query = query.where('p.officeId', 'in', [...scope.offices, ''])
  const row = await query.executeTakeFirst()
  return row ? toPage(row) : null
}

/** The same for jobs, which show the page to nobody. */
export async function pageForWork(read: Read, pageId: string): Promise<StoredPage | null> {
  const row = await pageRows(read).where('p.pageId', '=', pageId).executeTakeFirst()
  return row ? toPage(row) : null
}

/** Pages of a document that the caller was allowed to open, in order. */
export async function pagesOfDocument(read: Read, documentId: string): Promise<StoredPage[]> {
  const rows = await pageRows(read)
    .where('p.documentId', '=', documentId)
    .orderBy('p.ordinal')
    .execute()
  return rows.map(toPage)
}

/** The next pages in order of their ids; `''` begins. For filling derived tables from nothing. */
export async function pagesAfter(
  read: Read,
  afterPageId: string,
  limit: number,
): Promise<StoredPage[]> {
  let query = pageRows(read)
  if (afterPageId !== '') query = query.where('p.pageId', '>', afterPageId)
  const rows = await query.orderBy('p.pageId').limit(limit).execute()
  return rows.map(toPage)
}

function pageRows(read: Read) {
  return read
    .selectFrom('record.page as p')
    .innerJoin('record.document as d', 'd.documentId', 'p.documentId')
    .select(['p.pageId', 'p.documentId', 'd.accountNo', 'd.branchNo', 'p.officeId', 'd.type'])
    .select(['d.section', 'd.tier', 'd.dated', 'd.datedPrecision', 'p.ordinal', 'p.scanId'])
    .select(['p.sha256', 'p.pageIndex', 'p.width', 'p.height', 'p.dpi', 'p.mediaType'])
    .select(['p.turn', 'p.straighten'])
}

type PageRow = Awaited<ReturnType<ReturnType<typeof pageRows>['execute']>>[number]

function toPage({ dated, datedPrecision, width, height, ...row }: PageRow): StoredPage {
  return {
    ...row,
    dated: toPaperDate(dated, datedPrecision),
    pixels: uprightSize([width, height], row),
  }
}

/** Whether the document or one of these pages stands in the record already. */
export async function isFiled(
  read: Read,
  documentId: string,
  pageIds: readonly string[],
): Promise<boolean> {
  const document = await read
    .selectFrom('record.document')
    .select('documentId')
    .where('documentId', '=', documentId)
    .executeTakeFirst()
  if (document) return true
  const page = await read
    .selectFrom('record.page')
    .select('pageId')
    .where('pageId', 'in', [...pageIds])
    .limit(1)
    .executeTakeFirst()
  return page !== undefined
}

/** The documents filed from each of these batches, and how many pages they have together. */
export async function pagesOfBatches(
  read: Read,
  batchIds: readonly string[],
): Promise<Map<string, { pages: number; documentIds: string[] }>> {
  const found = new Map<string, { pages: number; documentIds: string[] }>()
  if (batchIds.length === 0) return found
  const rows = await read
    .selectFrom('record.document')
    .select(['batchId', 'documentId', 'pages'])
    .where('batchId', 'in', batchIds)
    .execute()
  for (const { batchId, documentId, pages } of rows) {
    if (batchId === null) continue
    const batch = found.get(batchId) ?? { pages: 0, documentIds: [] }
    batch.pages += pages
    batch.documentIds.push(documentId)
    found.set(batchId, batch)
  }
  return found
}

/** Which pages of each of these scans stand in which document. */
export async function filedPagesOfScans(
  read: Read,
  scanIds: readonly string[],
): Promise<Map<string, { pageIndex: number; documentId: string }[]>> {
  const found = new Map<string, { pageIndex: number; documentId: string }[]>()
  if (scanIds.length === 0) return found
  const rows = await read
    .selectFrom('record.page')
    .select(['scanId', 'pageIndex', 'documentId'])
    .where('scanId', 'in', scanIds)
    .orderBy('pageIndex')
    .execute()
  for (const { scanId, ...page } of rows) {
    if (scanId !== null) found.set(scanId, [...(found.get(scanId) ?? []), page])
  }
  return found
}
