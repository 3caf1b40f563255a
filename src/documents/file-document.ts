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
  /** The section that the paper says itself; without it that of the type. */
  section?: string | null
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
 * @throws Refusal `documents.employer_unknown` (also out of scope), `type_unknown`,
 *   `section_unknown`, `no_pages`, `too_many_pages`, `page_repeated`, `already_filed`, `classified`
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
  const { section, raisesTo } = await sectionFor(read, document.section ?? null, type)
  const tier = tierOf(type, raisesTo)
  if (isClassified(tier)) throw new Refusal(refusals.classified)
  const pageIds = pages.map(({ pageId }) => pageId)
  if (await isFiled(read, documentId, pageIds)) {
    throw new Refusal(refusals.already_filed, { documentId })
  }
  return commits.fact('documents.filed/2', {
    documentId,
    accountNo,
    branchNo,
    officeId: employer.officeId,
    type: type.code,
    section,
    title,
    dated,
    tier,
    batch: batchId,
    pages: [...pages],
  })
}

/** How private a paper of this type is in a section that raises its papers to `raisesTo`. */
export function tierOf(
  type: Pick<DocumentType, 'tier'>,
  raisesTo: DocumentType['tier'] | null,
): DocumentType['tier'] {
  return raisesTo !== null && raisesTo > type.tier ? raisesTo : type.tier
}

/** Such papers are not kept in this system. */
export function isClassified(tier: DocumentType['tier']): boolean {
  return tier === 'F'
}

/** Where the paper stands, and the tier that every paper there has at least. */
async function sectionFor(
  read: Read,
  asked: string | null,
  type: DocumentType,
): Promise<{ section: string; raisesTo: DocumentType['tier'] | null }> {
  const section = asked ?? type.section
  const known = (await listSections(read)).find(({ code }) => code === section)
  if (known === undefined && asked !== null) {
    throw new Refusal(refusals.section_unknown, { section })
  }
  return { section, raisesTo: known?.raisesTo ?? null }
}
