import type { PaperDate, Scope } from '#kernel'
import type { ReadTables } from '#platform/postgres'
import { arabicDigits, thaiFold } from '#thai-text'
import { DocumentType } from './contract.ts'
import type { DocumentsTables } from './tables.ts'

type Read = ReadTables<DocumentsTables>

/** A filed page with what is needed to read or show it. */
export type StoredPage = {
  readonly pageId: string
  readonly documentId: string
  readonly accountNo: string
  readonly branchNo: string
  readonly officeId: string
  readonly type: string
  readonly section: string
  readonly tier: string
  readonly dated: PaperDate | null
  readonly ordinal: number
  readonly sha256: string
  readonly pageIndex: number
  readonly pixels: [number, number]
  readonly dpi: number | null
  readonly mediaType: string
}

export type StoredDocument = DocumentsTables['record.document']

function pages(read: Read) {
  return read
    .selectFrom('record.page as p')
    .innerJoin('record.document as d', 'd.documentId', 'p.documentId')
    .select(['p.pageId', 'p.documentId', 'p.ordinal', 'p.sha256', 'p.pageIndex', 'p.width'])
    .select(['p.height', 'p.dpi', 'p.mediaType', 'd.accountNo', 'd.branchNo', 'd.officeId'])
    .select(['d.type', 'd.section', 'd.tier', 'd.dated', 'd.datedPrecision'])
}

type PageRow = Awaited<ReturnType<ReturnType<typeof pages>['execute']>>[number]

function pageOf({ width, height, dated, datedPrecision, ...row }: PageRow): StoredPage {
  return { ...row, pixels: [width, height], dated: paperDate(dated, datedPrecision) }
}

/** The date of a row as far as the paper tells it. */
export function paperDate(date: string | null, precision: string | null): PaperDate | null {
  if (date === null) return null
  return { date, precision: precision === 'month' || precision === 'year' ? precision : 'day' }
}

export async function findPage(
  read: Read,
  scope: Scope,
  pageId: string,
): Promise<StoredPage | null> {
  const page = await pageForWork(read, pageId)
  return page !== null && covers(scope, page.officeId) ? page : null
}

/** For jobs of the office's own machinery, which see every office. */
export async function pageForWork(read: Read, pageId: string): Promise<StoredPage | null> {
  const row = await pages(read).where('p.pageId', '=', pageId).executeTakeFirst()
  return row === undefined ? null : pageOf(row)
}

/** In order of page ids, for refills; begin with the nil UUID or an empty text. */
export async function pagesAfter(
  read: Read,
  afterPageId: string,
  limit: number,
): Promise<StoredPage[]> {
  const after = afterPageId === '' ? '00000000-0000-0000-0000-000000000000' : afterPageId
  const rows = await pages(read)
    .where('p.pageId', '>', after)
    .orderBy('p.pageId')
    .limit(limit)
    .execute()
  return rows.map(pageOf)
}

export async function pagesOfDocument(read: Read, documentId: string): Promise<StoredPage[]> {
  const rows = await pages(read)
    .where('p.documentId', '=', documentId)
    .orderBy('p.ordinal')
    .execute()
  return rows.map(pageOf)
}

export async function findDocument(
  read: Read,
  scope: Scope,
  documentId: string,
): Promise<StoredDocument | null> {
  const row = await read
    .selectFrom('record.document')
    .selectAll()
    .where('documentId', '=', documentId)
    .executeTakeFirst()
  return row !== undefined && covers(scope, row.officeId) ? row : null
}

/** The documents of a file by date, undated last. */
export async function documentsOfFile(read: Read, accountNo: string): Promise<StoredDocument[]> {
  return await read
    .selectFrom('record.document')
    .selectAll()
    .where('accountNo', '=', accountNo)
    .orderBy('dated', (order) => order.asc().nullsLast())
    .orderBy('ticket')
    .orderBy('documentId')
    .execute()
}

export async function documentsOfBatch(read: Read, batchId: string): Promise<StoredDocument[]> {
  return await read
    .selectFrom('record.document')
    .selectAll()
    .where('batchId', '=', batchId)
    .orderBy('ticket')
    .execute()
}

/** Document ids that hold pages of each of these scans. */
export async function documentsOfScans(
  read: Read,
  scanIds: readonly string[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  if (scanIds.length === 0) return found
  const rows = await read
    .selectFrom('record.page')
    .select(['scanId', 'documentId'])
    .distinct()
    .where('scanId', 'in', scanIds)
    .execute()
  for (const { scanId, documentId } of rows) {
    if (scanId !== null) found.set(scanId, [...(found.get(scanId) ?? []), documentId])
  }
  return found
}

/** First page of each of these documents. */
export async function firstPages(
  read: Read,
  documentIds: readonly string[],
): Promise<Map<string, string>> {
  if (documentIds.length === 0) return new Map()
  const rows = await read
    .selectFrom('record.page')
    .select(['documentId', 'pageId'])
    .where('documentId', 'in', documentIds)
    .where('ordinal', '=', 1)
    .execute()
  return new Map(rows.map(({ documentId, pageId }) => [documentId, pageId]))
}

/** How many pages each of these files holds. */
export async function pagesOfAccounts(
  read: Read,
  accountNos: readonly string[],
): Promise<Map<string, number>> {
  if (accountNos.length === 0) return new Map()
  const rows = await read
    .selectFrom('record.document')
    .select(({ fn }) => ['accountNo', fn.sum<number>('pages').as('pages')])
    .where('accountNo', 'in', accountNos)
    .groupBy('accountNo')
    .execute()
  return new Map(rows.map(({ accountNo, pages: count }) => [accountNo, Number(count)]))
}

export async function listDocumentTypes(read: Read): Promise<DocumentType[]> {
  const rows = await read.selectFrom('record.documentType').selectAll().orderBy('order').execute()
  return rows.map((row) => DocumentType.parse(row))
}

/** By its code, or by its form number as people spell it (สปส. 1-01, สปส ๑-๐๑). */
export async function findType(read: Read, codeOrFormNo: string): Promise<DocumentType | null> {
  const types = await listDocumentTypes(read)
  const wanted = spelling(codeOrFormNo)
  const found = types.find(({ code }) => code === codeOrFormNo)
  return found ?? types.find(({ formNo }) => formNo !== null && spelling(formNo) === wanted) ?? null
}

function spelling(text: string): string {
  return thaiFold(arabicDigits(text)).replaceAll(' ', '')
}

function covers(scope: Scope, officeId: string): boolean {
  return scope.offices === 'all' || scope.offices.includes(officeId)
}
