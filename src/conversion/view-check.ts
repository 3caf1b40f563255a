import { type DocumentsTables, listDocumentTypes } from '#documents'
import { type EmployersTables, employersByAccount, type SearchRow } from '#employers'
import type { ReadTables } from '#platform/postgres'
import type { Turn } from './arrangement.ts'
import type { SentDocument, SentPage } from './commits.ts'
import type { CheckDocument, OpenCheck, Verdict } from './contract.ts'
import { type FieldProposal, indexFields, type KnownPage } from './document-index.ts'
import type { CheckRow } from './held-check.ts'
import { flagsOf } from './page-flags.ts'
import type { Read } from './store.ts'
import type { BatchRow, ConversionTables } from './tables.ts'
import { progressOf, standingVerdicts } from './verdicts.ts'

type CheckRead = ReadTables<ConversionTables & EmployersTables & DocumentsTables>

/** A batch as its checker sees it. */
export async function viewCheck(
  read: CheckRead,
  batch: BatchRow,
  check: CheckRow,
): Promise<OpenCheck> {
  const { batchId, number, officeId, round, scannedBy } = batch
  const { seed: _, sampled: __, ...plan } = check.plan
  const documents = await documentsToSee(read, batchId, check)
  const verdicts = await standingVerdicts(read, check)
  const seen = {
    pages: await knownPages(read, documents),
    employers: await employersOf(read, documents),
    types: new Map((await listDocumentTypes(read)).map(({ code, titleTh }) => [code, titleTh])),
    verdicts,
  }
  const { done, rejected, undoable } = await progressOf(read, check)
  return {
    ...{ batchId, number, officeId, round, scannedBy, plan, done, rejected, undoable },
    documentList: documents.map((document) => viewDocument(document, seen)),
  }
}

/** The documents of the tasks in their order; a planted one goes under the account of its neighbours. */
async function documentsToSee(
  read: Read,
  batchId: string,
  { toLookAt }: CheckRow,
): Promise<SentDocument[]> {
  const rows = await read
    .selectFrom('record.conversionDocument')
    .select(['documentId', 'facts'])
    .where('batchId', '=', batchId)
    .orderBy('ordinal')
    .execute()
  const known = new Map(rows.map(({ documentId, facts }) => [documentId, facts]))
  const plantedIds = toLookAt.flatMap(({ why, documentId }) =>
    why === 'planted' ? documentId : [],
  )
  const first = rows[0]?.facts
  if (plantedIds.length > 0 && first !== undefined) {
    const planted = await read
      .selectFrom('desk.conversionPlanted')
      .select(['documentId', 'facts'])
      .where('documentId', 'in', plantedIds)
      .execute()
    const { accountNo, branchNo } = first
    for (const { documentId, facts } of planted) {
      known.set(documentId, { ...facts, documentId, accountNo, branchNo })
    }
  }
  return toLookAt.flatMap(({ documentId }) => known.get(documentId) ?? [])
}

async function knownPages(
  read: Read,
  documents: readonly SentDocument[],
): Promise<Map<string, KnownPage>> {
  const pageIds = documents.flatMap(({ pages }) => pages.map(({ pageId }) => pageId))
  if (pageIds.length === 0) return new Map()
  const rows = await read
    .selectFrom('derived.conversionPage')
    .select(['pageId', 'facts', 'proposals'])
    .where('pageId', 'in', pageIds)
    .execute()
  return new Map(rows.map((row) => [row.pageId, row]))
}

async function employersOf(
  read: CheckRead,
  documents: readonly SentDocument[],
): Promise<Map<string, SearchRow>> {
  const accountNos = [...new Set(documents.map(({ accountNo }) => accountNo))]
  const rows = await employersByAccount(read, accountNos)
  return new Map(rows.map((row) => [row.accountNo, row]))
}

type Seen = {
  pages: ReadonlyMap<string, KnownPage>
  employers: ReadonlyMap<string, SearchRow>
  types: ReadonlyMap<string, string>
  verdicts: ReadonlyMap<string, Verdict>
}

function viewDocument(document: SentDocument, seen: Seen): CheckDocument {
  const { documentId, pages: _, ...index } = document
  const employer = seen.employers.get(document.accountNo)
  const proposals = document.pages.flatMap(({ pageId }, at) => proposedOf(pageId, at, seen))
  return {
    documentId,
    typeTitleTh: seen.types.get(document.type) ?? document.type,
    employerName: employer?.name ?? null,
    pages: document.pages.map((page) => viewPage(page, seen)),
    fields: indexFields({ ...index, sources: {} }, { proposals, employer }),
    verdict: seen.verdicts.get(documentId) ?? null,
  }
}

function proposedOf(pageId: string, at: number, { pages }: Seen): FieldProposal[] {
  return (pages.get(pageId)?.proposals ?? [])
    .filter(({ field }) => at === 0 || field !== 'type')
    .map((proposal) => ({ ...proposal, pageId }))
}

function viewPage(page: SentPage, { pages }: Seen): CheckDocument['pages'][number] {
  const { pageId, straighten, pixels, dpi } = page
  const turn: Turn = ([90, 180, 270] as const).find((each) => each === page.turn) ?? 0
  const facts = pages.get(pageId)?.facts
  const arranged = { use: 'kept' as const, reject: null, turn, straighten, replaces: [] }
  const flags =
    facts === undefined
      ? []
      : flagsOf(pageId, { page: arranged, facts, sentBack: null, begins: null })
  return { pageId, turn, straighten, pixels, dpi, flags }
}
