import { type DocumentsTables, isClassified, listDocumentTypes, tierOf } from '#documents'
import type { DocumentType } from '#documents/contract'
import { type EmployerFilesTables, listSections } from '#employer-files'
import { type EmployersTables, employersByAccount, type SearchRow } from '#employers'
import { type IntakeTables, lineProgress } from '#intake'
import type { ReadTables } from '#platform/postgres'
import type { Context } from '#record'
import { type Arrangement, keptPages, standingPages } from './arrangement.ts'
import type { LineBatch, LineDocument, LinePage, OpenBatch, SentBack } from './contract.ts'
import {
  type EffectiveIndex,
  effectiveIndexes,
  indexFields,
  type KnownPage,
  proposalsOf,
} from './document-index.ts'
import { firstPagesInside } from './first-pages.ts'
import { flagsOf } from './page-flags.ts'
import { reconcile } from './reconcile.ts'
import { batchFor, deskOf, pagesOfBatch, type Read, sentDocuments } from './store.ts'
import type { BatchRow, ConversionTables, DeskRow, DocumentRow } from './tables.ts'

type ViewRead = ReadTables<
  ConversionTables & IntakeTables & EmployersTables & DocumentsTables & EmployerFilesTables
>

/** The batch as the stations show it. */
export async function readBatch(context: Context, batchId: string): Promise<OpenBatch> {
  const scope = context.may('conversion.open')
  const read: ViewRead = context.read()
  const batch = await batchFor(read, scope, batchId)
  const desk = await deskOf(read, batchId)
  return viewOf(read, batch, desk)
}

/** A batch with everything that its screens and its sending go by. */
export async function viewOf(read: ViewRead, batch: BatchRow, desk: DeskRow): Promise<OpenBatch> {
  const { batchId } = batch
  const rows = await pagesOfBatch(read, batchId)
  const pages = new Map(rows.map((row) => [row.pageId, row]))
  const { arrangement, version } = desk
  const sent = new Map((await sentDocuments(read, batchId)).map((row) => [row.documentId, row]))
  const indexes = effectiveIndexes(batch, arrangement, pages)
  const names = await namesOf(read, indexes)
  const sentBacks = sentBacksOf({ arrangement, round: batch.round }, sent)
  const begins = firstPagesInside(arrangement, pages, indexes)
  const pageList = standingPages(arrangement).flatMap((pageId) =>
    viewPage(pageId, {
      arrangement,
      pages,
      arrived: pages.get(pageId)?.arrived ?? 0,
      sentBacks,
      begins,
    }),
  )
  const documentList = arrangement.order.map((documentId) =>
    viewDocument(documentId, { arrangement, pages, indexes, names, sentBacks }),
  )
  const count = reconcile(arrangement, { ...desk, sides: batch.sides })
  const arriving = await arrivingOf(read, batchId)
  const employer = batch.accountNo === null ? undefined : names.employers.get(batch.accountNo)
  const view = {
    ...lineBatch(batch, { desk, employerName: employer?.name ?? null, checker: null }),
    ...{ version, documentList, pageList, count, arriving, scannedBy: batch.scannedBy },
    undoable: await isUndoable(read, batchId),
  }
  return { ...view, obstacles: obstaclesOf(view) }
}

type Names = {
  employers: ReadonlyMap<string, SearchRow>
  types: ReadonlyMap<string, DocumentType>
  sections: ReadonlyMap<string, { raisesTo: DocumentType['tier'] | null }>
}

async function namesOf(
  read: ViewRead,
  indexes: ReadonlyMap<string, EffectiveIndex>,
): Promise<Names> {
  const accountNos = [...indexes.values()].flatMap(({ accountNo }) => accountNo ?? [])
  const employers = await employersByAccount(read, [...new Set(accountNos)])
  const types = await listDocumentTypes(read)
  return {
    employers: new Map(employers.map((employer) => [employer.accountNo, employer])),
    types: new Map(types.map((type) => [type.code, type])),
    sections: new Map((await listSections(read)).map((section) => [section.code, section])),
  }
}

/** What a batch row shows in lists; while it is at the scanner its desk knows the counts. */
export function lineBatch(
  batch: BatchRow,
  more: {
    desk: Pick<DeskRow, 'documents' | 'pages'> | null
    employerName: string | null
    checker: string | null
  },
): LineBatch {
  const { scannedBy: _, sentCount: __, sides: ___, ticket: ____, ...row } = batch
  const atScanner = batch.state === 'scanning' || batch.state === 'returned'
  const { documents, pages } = (atScanner ? more.desk : null) ?? batch
  return {
    ...row,
    documents,
    pages,
    employerName: more.employerName,
    checker: more.checker,
    openedAt: batch.openedAt.toISOString(),
    stateSince: batch.stateSince.toISOString(),
  }
}

type Pages = ReadonlyMap<string, KnownPage>
type SentBacks = ReadonlyMap<string, SentBack>

/** What was sent back and whether it is mended: said so, or all pages that were meant are no longer kept. */
function sentBacksOf(
  { arrangement, round }: { arrangement: Arrangement; round: number },
  sent: ReadonlyMap<string, DocumentRow>,
): Map<string, SentBack> {
  const backs = new Map<string, SentBack>()
  for (const [documentId, { verdict, judged }] of sent) {
    if (verdict !== 'reject' || !judged?.back) continue
    const document = arrangement.documents[documentId]
    const { pageIds } = judged.back
    const kept = new Set(keptPages(arrangement, documentId))
    const exchanged = pageIds.length > 0 && pageIds.every((pageId) => !kept.has(pageId))
    backs.set(documentId, {
      ...judged.back,
      by: judged.by.name,
      at: judged.at,
      mended: document === undefined || document.mended === round || exchanged,
    })
  }
  return backs
}

type Seen = { arrangement: Arrangement; pages: Pages; sentBacks: SentBacks }

function viewPage(
  pageId: string,
  { arrived, ...seen }: Seen & { arrived: number; begins: ReadonlyMap<string, string> },
): LinePage[] {
  const { arrangement, pages, sentBacks } = seen
  const page = arrangement.pages[pageId]
  const facts = pages.get(pageId)?.facts
  // After a rebuild a page is known again as soon as its portion is looked up.
  if (page === undefined || facts === undefined) return []
  const { pixels, dpi, bits } = facts
  const { use, reject, turn, straighten, replaces } = page
  const sentBack = [...sentBacks.values()].find(({ pageIds }) => pageIds.includes(pageId)) ?? null
  return [
    {
      ...{ pageId, arrived, use, reject, turn, straighten, pixels, dpi, bits },
      flags: flagsOf(pageId, { page, facts, sentBack, begins: seen.begins.get(pageId) ?? null }),
      replaces: [...replaces],
    },
  ]
}

function viewDocument(
  documentId: string,
  seen: Seen & { indexes: ReadonlyMap<string, EffectiveIndex>; names: Names },
): LineDocument {
  const { arrangement, pages, indexes, names, sentBacks } = seen
  const index = indexes.get(documentId)
  const kept = keptPages(arrangement, documentId)
  const employer = index?.accountNo ? names.employers.get(index.accountNo) : undefined
  const type = index?.type ? names.types.get(index.type) : undefined
  const sentBack = sentBacks.get(documentId) ?? null
  const obstacles: LineDocument['obstacles'] = []
  if (kept.length > 0) {
    if (!index?.accountNo) obstacles.push('no-account')
    else if (employer === undefined) obstacles.push('unknown-account')
    if (type === undefined) obstacles.push('no-type')
    else obstacles.push(...unfileable(type, index?.section ?? null, names))
    if (sentBack !== null && !sentBack.mended) obstacles.push('not-mended')
  }
  const proposals = proposalsOf(arrangement, documentId, pages)
  return {
    documentId,
    pageIds: [...(arrangement.documents[documentId]?.pageIds ?? [])],
    keptPages: kept.length,
    typeTitleTh: type?.titleTh ?? null,
    employerName: employer?.name ?? null,
    fields: index === undefined ? [] : indexFields(index, { proposals, employer }),
    sentBack,
    obstacles,
  }
}

/** What filing would refuse after everybody had signed: it is said at the scanning station. */
function unfileable(
  type: DocumentType,
  stated: string | null,
  { sections }: Names,
): LineDocument['obstacles'] {
  const section = sections.get(stated ?? type.section)
  if (section === undefined && stated !== null) return ['unknown-section']
  return isClassified(tierOf(type, section?.raisesTo ?? null)) ? ['classified'] : []
}

async function arrivingOf(read: ViewRead, batchId: string): Promise<OpenBatch['arriving']> {
  const portions = await read
    .selectFrom('record.conversionPortion')
    .select('portionId')
    .where('batchId', '=', batchId)
    .execute()
  const arrived = await arrivedPortions(read, batchId)
  const ids = portions.map(({ portionId }) => portionId).filter((id) => !arrived.has(id))
  return await lineProgress(read, ids)
}

async function arrivedPortions(read: Read, batchId: string): Promise<Set<string>> {
  const rows = await read
    .selectFrom('desk.conversionEdit')
    .select('what')
    .where('batchId', '=', batchId)
    .execute()
  return new Set(rows.flatMap(({ what }) => (what.kind === 'arrive' ? [what.portionId] : [])))
}

async function isUndoable(read: Read, batchId: string): Promise<boolean> {
  const rows = await read
    .selectFrom('desk.conversionEdit')
    .select(['what'])
    .where('batchId', '=', batchId)
    .where('undone', '=', false)
    .execute()
  return rows.some(({ what }) => what.kind !== 'arrive' && what.kind !== 'undo')
}

type Obstructed = Pick<OpenBatch, 'arriving' | 'documentList' | 'pageList' | 'count'>

/** Why the batch cannot be sent on yet. */
function obstaclesOf({ arriving, documentList, pageList, count }: Obstructed) {
  const obstacles: OpenBatch['obstacles'] = []
  if (arriving.scans > 0) obstacles.push('arriving')
  if (count.kept === 0) obstacles.push('empty')
  if (count.difference === null) obstacles.push('not-counted')
  else if (count.difference !== 0) obstacles.push('count-differs')
  if (pageList.some(({ flags }) => flags.some(({ weight }) => weight === 'stop'))) {
    obstacles.push('pages-to-mend')
  }
  if (documentList.some((document) => document.obstacles.length > 0)) {
    obstacles.push('documents-to-index')
  }
  return obstacles
}
