import { type DocumentsTables, listDocumentTypes } from '#documents'
import type { EmployerFilesTables } from '#employer-files'
import type { EmployersTables } from '#employers'
import type { IntakeTables } from '#intake'
import { assert, canonicalJson, type Id, Refusal } from '#kernel'
import { sha256 } from '#platform/digests'
import type { ReadTables } from '#platform/postgres'
import type { Context } from '#record'
import { type Arrangement, keptPages, standingPages } from './arrangement.ts'
import { commits, type SentCount, type SentDocument, type SentPage } from './commits.ts'
import type { OpenBatch, Person, sendObstacles } from './contract.ts'
import { mustBeAtScanner } from './count-sheets.ts'
import { type EffectiveIndex, effectiveIndexes } from './document-index.ts'
import { refusals } from './refusals.ts'
import { batchFor, pagesOfBatch, type Read } from './store.ts'
import type { BatchRow, ConversionTables, DeskRow, PageFacts } from './tables.ts'
import { viewOf } from './view-batch.ts'

export type SendBatch = {
  readonly batchId: string
  readonly id: Id
  readonly version: number
  readonly difference: SentCount['because']
}

type SendRead = ReadTables<
  ConversionTables & IntakeTables & EmployersTables & DocumentsTables & EmployerFilesTables
>

/**
 * Sends the batch to the quality check: its documents, recipes, index and count become part of the record.
 * @throws Refusal `conversion.not_ready` with what is left to do; a count that differs needs a reason
 */
export async function sendBatch(context: Context, send: SendBatch): Promise<void> {
  const scope = context.may('conversion.scan')
  const { batchId, id, version, difference } = send
  await context.record(
    { id, streams: [`batch/${batchId}`], input: { batchId, version, difference } },
    async (read: SendRead) => {
      const batch = await batchFor(read, scope, batchId)
      mustBeAtScanner(batch)
      const desk = await heldDesk(read, batchId)
      if (desk.version !== version) {
        throw new Refusal(refusals.moved_meanwhile, { version: desk.version })
      }
      const view = await viewOf(read, batch, desk)
      refuseUnready(view, difference)
      const documents = await documentsToSend(read, batch, desk)
      return commits.fact('conversion.sent/1', {
        ...{ batchId, officeId: batch.officeId, round: batch.round + 1 },
        count: countOf(view, difference),
        documents,
        leftOut: await leftOutOf(read, desk),
        scannedBy: await peopleOf(read, batchId),
      })
    },
  )
}

/** Held until the commit stands: an edit meanwhile waits, and then finds the batch gone from the scanner. */
async function heldDesk(read: Read, batchId: string): Promise<DeskRow> {
  const row = await read
    .selectFrom('desk.conversionBatch')
    .selectAll()
    .where('batchId', '=', batchId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new Refusal(refusals.not_ready, { obstacles: ['empty'] })
  return row
}

function refuseUnready({ obstacles }: OpenBatch, difference: SentCount['because']): void {
  const lifted: readonly (typeof sendObstacles)[number][] =
    difference === null ? [] : ['count-differs']
  const left = obstacles.filter((obstacle) => !lifted.includes(obstacle))
  if (left.length > 0) throw new Refusal(refusals.not_ready, { obstacles: left })
}

function countOf({ count }: OpenBatch, because: SentCount['because']): SentCount {
  const { sheets, difference, ...found } = count
  assert(sheets !== null && difference !== null, 'a batch that is ready was counted')
  return { ...found, sheets, difference, because: difference === 0 ? null : because }
}

async function documentsToSend(
  read: SendRead,
  batch: BatchRow,
  { arrangement }: DeskRow,
): Promise<(SentDocument & { digest: string })[]> {
  const rows = await pagesOfBatch(read, batch.batchId)
  const pages = new Map(rows.map((row) => [row.pageId, row]))
  const indexes = effectiveIndexes(batch, arrangement, pages)
  const types = new Set((await listDocumentTypes(read)).map(({ code }) => code))
  return arrangement.order.flatMap((documentId) => {
    const kept = keptPages(arrangement, documentId)
    const index = indexes.get(documentId)
    if (kept.length === 0 || index === undefined) return []
    const sent = kept.map((pageId) => {
      const facts = pages.get(pageId)?.facts
      assert(facts, 'a page that was shown is known')
      return sentPage(pageId, arrangement, facts)
    })
    const document = { documentId, ...plainIndex(index), pages: sent }
    assert(types.has(document.type), 'a document that is ready has a type of the catalogue')
    return [{ ...document, digest: sha256(canonicalJson(document)) }]
  })
}

function plainIndex(index: EffectiveIndex): Omit<SentDocument, 'documentId' | 'pages'> {
  const { accountNo, branchNo, type, sources: _, ...rest } = index
  assert(accountNo !== null && branchNo !== null && type !== null, 'a ready document is indexed')
  return { ...rest, accountNo, branchNo, type, fields: { ...rest.fields } }
}

function sentPage(pageId: string, arrangement: Arrangement, facts: PageFacts): SentPage {
  const { turn = 0, straighten = 0 } = arrangement.pages[pageId] ?? {}
  const { scanId, sha256: digest, sha512, bytes, mediaType, pageIndex, pixels, dpi, bits } = facts
  const image = { scanId, sha256: digest, sha512, bytes, mediaType, pageIndex, pixels, dpi, bits }
  return { pageId, ...image, turn, straighten }
}

/** Everything that arrived and does not go on, so that each image of the stack is accounted for. */
async function leftOutOf(read: Read, { batchId, arrangement }: DeskRow) {
  const rows = await pagesOfBatch(read, batchId)
  const standing = new Set(standingPages(arrangement))
  return rows.flatMap(({ pageId, facts }) => {
    const page = arrangement.pages[pageId]
    if (page === undefined || (standing.has(pageId) && page.use === 'kept')) return []
    const use = standing.has(pageId) && page.use !== 'kept' ? page.use : ('replaced' as const)
    const { reason = null, note = '' } = page.reject ?? {}
    return [{ pageId, sha256: facts.sha256, use, reason, note }]
  })
}

/** Everybody who changed the arrangement since it was opened. */
async function peopleOf(read: Read, batchId: string): Promise<Person[]> {
  const rows = await read
    .selectFrom('desk.conversionEdit')
    .select(['what', 'person', 'personName'])
    .where('batchId', '=', batchId)
    .orderBy('seq')
    .execute()
  // Pages arrive by the office's own machinery, which is nobody.
  const people = rows.filter(({ what }) => what.kind !== 'arrive')
  const named = new Map(people.map(({ person, personName }) => [person, personName]))
  return [...named].map(([person, name]) => ({ person, name }))
}
