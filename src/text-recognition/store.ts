import { type DocumentsTables, documentsOfBatch } from '#documents'
import type { Scope } from '#kernel'
import type { ReadTables, WriteTables } from '#platform/postgres'
import type { TextRecognitionTables } from './tables.ts'
import { firstTurn, type PageInTurn, priorityOf } from './turns.ts'

type Read = ReadTables<TextRecognitionTables>
type Reading = TextRecognitionTables['derived.pageReading']
export type ReadingState = Reading['state']

/** Where the reading of a page stands; null when nobody has asked for it. For pages already allowed. */
export async function findReading(read: Read, pageId: string): Promise<Reading | null> {
  const row = await read
    .selectFrom('derived.pageReading')
    .selectAll()
    .where('pageId', '=', pageId)
    .executeTakeFirst()
  return row ?? null
}

/** The state of each page; pages nobody has asked for are left out, and wait. */
export async function readingStates(
  read: Read,
  pageIds: readonly string[],
): Promise<Map<string, ReadingState>> {
  if (pageIds.length === 0) return new Map()
  const rows = await read
    .selectFrom('derived.pageReading')
    .select(['pageId', 'state'])
    .where('pageId', 'in', pageIds)
    .execute()
  return new Map(rows.map(({ pageId, state }) => [pageId, state]))
}

/** Pages read and pages waiting, of the scope's offices; failed pages are neither. */
export async function readingTotals(
  read: Read,
  scope?: Scope,
): Promise<{ pagesRead: number; pagesWaiting: number }> {
  let query = read
    .selectFrom('derived.pageReading')
    .select(({ fn }) => ['state', fn.countAll<number>().as('pages')])
    .groupBy('state')
  if (scope && scope.offices !== 'all') {
    if (scope.offices.length === 0) return { pagesRead: 0, pagesWaiting: 0 }
    query = query.where('officeId', 'in', scope.offices)
  }
  const rows = await query.execute()
  const count = (wanted: ReadingState) =>
    Number(rows.find(({ state }) => state === wanted)?.pages ?? 0)
  return { pagesRead: count('done'), pagesWaiting: count('waiting') }
}

/** How many pages of each document are read; documents with none are left out. */
export async function pagesReadOfDocuments(
  read: Read,
  documentIds: readonly string[],
): Promise<Map<string, number>> {
  if (documentIds.length === 0) return new Map()
  const rows = await read
    .selectFrom('derived.pageReading')
    .select(({ fn }) => ['documentId', fn.countAll<number>().as('pages')])
    .where('documentId', 'in', documentIds)
    .where('state', '=', 'done')
    .groupBy('documentId')
    .execute()
  return new Map(rows.map(({ documentId, pages }) => [documentId, Number(pages)]))
}

/** How many pages of each batch are read; every batch asked for has its number. */
export async function pagesReadOfBatches(
  read: ReadTables<TextRecognitionTables & DocumentsTables>,
  batchIds: readonly string[],
): Promise<Map<string, number>> {
  const totals = new Map<string, number>()
  for (const batchId of batchIds) {
    const documents = await documentsOfBatch(read, batchId)
    const pages = await pagesReadOfDocuments(
      read,
      documents.map(({ documentId }) => documentId),
    )
    totals.set(
      batchId,
      [...pages.values()].reduce((sum, each) => sum + each, 0),
    )
  }
  return totals
}

export type WaitingPage = Pick<Reading, 'pageId' | 'documentId' | 'officeId'>

/** Notes pages as waiting; gives those that were not noted before, with their turn among all offices. */
export async function noteWaiting(
  write: WriteTables<TextRecognitionTables>,
  pages: readonly WaitingPage[],
): Promise<PageInTurn[]> {
  const noted: PageInTurn[] = []
  for (const [officeId, own] of Map.groupBy(pages, (page) => page.officeId)) {
    const first = await firstTurn(write, officeId)
    const rows = await write
      .insertInto('derived.pageReading')
      .values(
        own.map((page, at) => ({
          ...page,
          ...unread,
          state: 'waiting' as const,
          turn: first + at,
        })),
      )
      .onConflict((conflict) => conflict.column('pageId').doNothing())
      .returning(['pageId', 'turn'])
      .execute()
    noted.push(...rows.map(({ pageId, turn }) => ({ pageId, priority: priorityOf(turn) })))
  }
  return noted
}

/** Writes how a reading ended, over whatever stood there; the page keeps the turn it had. */
export async function saveReading(
  write: WriteTables<TextRecognitionTables>,
  reading: WaitingPage & Pick<Reading, 'state' | 'readAt' | 'readBy'> & Partial<Reading>,
): Promise<void> {
  const { pageId, ...row } = { ...unread, ...reading }
  await write
    .insertInto('derived.pageReading')
    .values({ pageId, ...row, turn: 0 })
    .onConflict((conflict) => conflict.column('pageId').doUpdateSet(row))
    .execute()
}

const unread = {
  engine: null,
  engineVersion: null,
  derivedKey: null,
  meanConfidence: null,
  milliseconds: null,
  failure: null,
  readAt: null,
  readBy: null,
}
