import { type EmployerFilesTables, listSections } from '#employer-files'
import { type EmployersTables, findEmployer } from '#employers'
import { type Id, type PaperDate, Refusal, type Scope } from '#kernel'
import type { ReadTables } from '#platform/postgres'
import type { Commit, Context } from '#record'
import { findType } from './catalogue.ts'
import { commits, type FiledPage } from './commits.ts'
import type { DocumentType } from './contract.ts'
import { refusals } from './refusals.ts'
import { isFiled } from './store.ts'
import type { DocumentsTables } from './tables.ts'

export const limits = { document_pages_max: 2_000 }

export type FileDocument = {
  /** The act's id: the same id files once. */
  id: Id
  documentId: string
  accountNo: string
  branchNo: string
  /** A code or form number of the catalogue. */
  type: string
  title: string | null
  dated: PaperDate | null
  batchId: string | null
  guards?: readonly Guard[]
  /** In the order of the paper. Their blobs are in the store already. */
  pages: readonly FiledPage[]
}

type Guard = NonNullable<Parameters<Context['record']>[0]['guards']>[number]
type Read = ReadTables<DocumentsTables & EmployerFilesTables & EmployersTables>

/**
 * Files a document in its employer's file, under the employer's responsible office.
 * @throws Refusal `documents.employer_unknown` (also out of scope), `type_unknown`, `no_pages`,
 *   `too_many_pages`, `page_repeated`, `already_filed`, `classified`
 */
export async function fileDocument(
  context: Context,
  document: FileDocument,
): Promise<{ documentId: string; accountNo: string; section: string; commit: Commit }> {
  const scope = context.may('documents.file')
  const { id, guards = [], ...input } = document
  checkPages(document.pages)
  const commit = await context.record(
    { id, streams: [`employer/${document.accountNo}`], guards, input },
    (read: Read) => decideFiling(read, scope, document),
  )
  const { documentId, accountNo, section } = commit.body
  return { documentId, accountNo, section, commit }
}

function checkPages(pages: readonly FiledPage[]): void {
  const count = pages.length
  const most = limits.document_pages_max
  if (count === 0) throw new Refusal(refusals.no_pages)
  if (count > most) throw new Refusal(refusals.too_many_pages, { count, most })
  if (new Set(pages.map(({ pageId }) => pageId)).size < count) {
    throw new Refusal(refusals.page_repeated)
  }
}

async function decideFiling(read: Read, scope: Scope, document: FileDocument) {
  const { documentId, accountNo, branchNo, title, dated, batchId, pages } = document
  const employer = await findEmployer(read, scope, accountNo)
  if (employer === null) throw new Refusal(refusals.employer_unknown, { accountNo })
  const type = await findType(read, document.type)
  if (type === null) throw new Refusal(refusals.type_unknown, { type: document.type })
  const sections = await listSections(read)
  const raised = sections.find(({ code }) => code === type.section)?.raisesTo ?? null
  const tier = raised !== null && raised > type.tier ? raised : type.tier
  if (tier === 'F') throw new Refusal(refusals.classified)
  const pageIds = pages.map(({ pageId }) => pageId)
  if (await isFiled(read, documentId, pageIds)) {
    throw new Refusal(refusals.already_filed, { documentId })
  }
  return commits.fact('documents.filed/1', {
    documentId,
    accountNo,
    branchNo,
    officeId: employer.officeId,
    type: type.code,
    section: type.section,
    title,
    dated,
    tier: tier satisfies DocumentType['tier'],
    batch: batchId,
    pages: [...pages],
  })
}
