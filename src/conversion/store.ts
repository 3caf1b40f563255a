import { Refusal, type Scope } from '#kernel'
import { jsonb, type ReadTables, type WriteTables } from '#platform/postgres'
import { emptyArrangement } from './arrangement.ts'
import { refusals } from './refusals.ts'
import { type Switching, startingSwitching } from './sampling/switching.ts'
import type { BatchRow, ConversionTables, DeskRow, DocumentRow, PageFacts } from './tables.ts'

export type Read = ReadTables<ConversionTables>
export type Write = WriteTables<ConversionTables>

export type LinePageRow = ConversionTables['derived.conversionPage']

export function inScope(scope: Scope, officeId: string): boolean {
  return scope.offices === 'all' || scope.offices.includes(officeId)
}

/** @throws Refusal `conversion.batch_unknown`, also out of scope */
export async function batchFor(read: Read, scope: Scope, batchId: string): Promise<BatchRow> {
  const row = await read
    .selectFrom('record.conversionBatch')
    .selectAll()
    .where('batchId', '=', batchId)
    .executeTakeFirst()
  if (row === undefined || !inScope(scope, row.officeId)) {
    throw new Refusal(refusals.batch_unknown, { batchId })
  }
  return row
}

export async function deskOf(read: Read, batchId: string): Promise<DeskRow> {
  const row = await read
    .selectFrom('desk.conversionBatch')
    .selectAll()
    .where('batchId', '=', batchId)
    .executeTakeFirst()
  return row ?? emptyDesk(batchId)
}

function emptyDesk(batchId: string): DeskRow {
  const counts = { sheets: null, skipped: 0, documents: 0, pages: 0 }
  return { batchId, version: 0, arrangement: emptyArrangement, ...counts, changedAt: new Date(0) }
}

/** The desk row, held until the transaction ends, so that two people's changes never mix. */
export async function holdDesk(write: Write, batchId: string): Promise<DeskRow> {
  const row = emptyDesk(batchId)
  await write
    .insertInto('desk.conversionBatch')
    .values({ ...row, arrangement: jsonb(row.arrangement) })
    .onConflict((conflict) => conflict.column('batchId').doNothing())
    .execute()
  return await write
    .selectFrom('desk.conversionBatch')
    .selectAll()
    .where('batchId', '=', batchId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/** The pages of a batch in the order in which they arrived. */
export async function pagesOfBatch(read: Read, batchId: string): Promise<LinePageRow[]> {
  return await read
    .selectFrom('derived.conversionPage')
    .selectAll()
    .where('batchId', '=', batchId)
    .orderBy('arrived')
    .execute()
}

/** One page of the line, or null when there is none or the scope does not reach it. */
export async function linePage(
  read: Read,
  scope: Scope,
  pageId: string,
): Promise<PageFacts | null> {
  const row = await read
    .selectFrom('derived.conversionPage')
    .select(['officeId', 'facts'])
    .where('pageId', '=', pageId)
    .executeTakeFirst()
  return row === undefined || !inScope(scope, row.officeId) ? null : row.facts
}

/** The documents of a batch as they were sent last. */
export async function sentDocuments(read: Read, batchId: string): Promise<DocumentRow[]> {
  return await read
    .selectFrom('record.conversionDocument')
    .selectAll()
    .where('batchId', '=', batchId)
    .orderBy('ordinal')
    .execute()
}

export async function switchingOf(read: Read, officeId: string): Promise<Switching> {
  const row = await read
    .selectFrom('record.conversionSeverity')
    .select('switching')
    .where('officeId', '=', officeId)
    .executeTakeFirst()
  return row?.switching ?? startingSwitching
}
