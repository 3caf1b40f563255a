import { checklistFor, type EmployerFilesTables, listSections } from '#employer-files'
import { type EmployersTables, employerNames, findEmployer } from '#employers'
import { Refusal } from '#kernel'
import { findOffice, type OfficesTables } from '#offices'
import type { ReadTables } from '#platform/postgres'
import type { Context } from '#record'
import type { DocumentSummary, EmployerFile, FiledDocument, Page } from './contract.ts'
import { refusals } from './refusals.ts'
import {
  documentsOfFile,
  findDocument,
  firstPages,
  listDocumentTypes,
  pagesOfDocument,
  paperDate,
  type StoredDocument,
} from './store.ts'
import type { DocumentsTables } from './tables.ts'

type Tables = DocumentsTables & EmployersTables & EmployerFilesTables & OfficesTables
type Read = ReadTables<Tables>

/** Where the machine's reading of pages stands; another module keeps it. */
export type DocumentsGiven = {
  readingStates(
    context: Context,
    pageIds: readonly string[],
  ): Promise<ReadonlyMap<string, Page['recognition']>>
}

/** An employer's file as one answer. Unknown and forbidden look the same. */
export async function openFile(context: Context, accountNo: string): Promise<EmployerFile> {
  const scope = context.may('documents.open')
  const read = context.read<Tables>()
  const employer = await findEmployer(read, scope, accountNo)
  if (employer === null) throw new Refusal(refusals.file_unknown, { accountNo })
  const stored = await documentsOfFile(read, accountNo)
  const documents = await summaries(read, stored)
  const sections = await listSections(read)
  const office = await findOffice(read, employer.officeId)
  return {
    employer,
    officeName: office?.shortNameTh ?? employer.officeId,
    sections: sections.map((section) => ({
      ...section,
      documents: documents.filter((document) => document.section === section.code).length,
    })),
    documents,
    pages: documents.reduce((sum, { pages }) => sum + pages, 0),
    checklist: await checklistFor(read, {
      accountNo,
      employerType: employer.employerType,
      filed: stored.map(({ type, documentId }) => ({ type, documentId })),
      typeTitles: await typeTitles(read),
    }),
  }
}

export async function openDocument(
  context: Context,
  given: DocumentsGiven,
  documentId: string,
): Promise<FiledDocument> {
  const scope = context.may('documents.open')
  const read = context.read<Tables>()
  const stored = await findDocument(read, scope, documentId)
  if (stored === null) throw new Refusal(refusals.document_unknown, { documentId })
  const [summary] = await summaries(read, [stored])
  const pages = await pagesOfDocument(read, documentId)
  const states = await given.readingStates(
    context,
    pages.map(({ pageId }) => pageId),
  )
  const names = await employerNames(read, [stored.accountNo])
  if (summary === undefined) throw new Refusal(refusals.document_unknown, { documentId })
  return {
    ...summary,
    employerName: names.get(stored.accountNo) ?? stored.accountNo,
    scanName: null,
    pageList: pages.map(({ pageId, ordinal, pixels, dpi }) => ({
      pageId,
      ordinal,
      pixels,
      dpi,
      recognition: states.get(pageId) ?? 'waiting',
    })),
  }
}

async function typeTitles(read: Read): Promise<Map<string, string>> {
  const types = await listDocumentTypes(read)
  return new Map(types.map(({ code, titleTh }) => [code, titleTh]))
}

async function summaries(
  read: Read,
  stored: readonly StoredDocument[],
): Promise<DocumentSummary[]> {
  const types = new Map((await listDocumentTypes(read)).map((type) => [type.code, type]))
  const first = await firstPages(
    read,
    stored.map(({ documentId }) => documentId),
  )
  return stored.map((row) => ({
    documentId: row.documentId,
    accountNo: row.accountNo,
    branchNo: row.branchNo,
    type: row.type,
    typeTitleTh: types.get(row.type)?.titleTh ?? row.type,
    formNo: types.get(row.type)?.formNo ?? null,
    section: row.section,
    title: row.title,
    dated: paperDate(row.dated, row.datedPrecision),
    tier: row.tier,
    pages: row.pages,
    firstPageId: first.get(row.documentId) ?? '',
    filedAt: row.filedAt.toISOString(),
    filedBy: row.filedBy,
  }))
}
