import type { z } from 'zod'
import { type EmployerFilesTables, listSections, raisedTier } from '#employer-files'
import { type EmployersTables, employerExists } from '#employers'
import { type Id, type PaperDate, Refusal } from '#kernel'
import type { ReadTables } from '#platform/postgres'
import type { Context, StreamName } from '#record'
import { commits, type FiledPage } from './commits.ts'
import { refusals } from './refusals.ts'
import { findType } from './store.ts'
import type { DocumentsTables } from './tables.ts'

export const limits = { document_pages_max: 2_000 }

export type FileDocument = {
  /** The act's id; the same act asked twice files once. */
  readonly id: Id
  readonly documentId: Id
  readonly accountNo: string
  readonly branchNo: string
  /** A code of the catalogue, or a form number. */
  readonly type: string
  readonly title: string | null
  readonly dated: PaperDate | null
  readonly batchId: string | null
  readonly guards?: readonly StreamName[]
  readonly pages: readonly z.input<typeof FiledPage>[]
}

/** Puts one paper into an employer's file. The section and tier are those of its type. */
export async function fileDocument(
  context: Context,
  filing: FileDocument,
): Promise<{ documentId: Id }> {
  context.may('documents.file')
  const { id, guards = [], batchId, type: typed, pages, ...document } = filing
  if (pages.length === 0) throw new Refusal(refusals.no_pages)
  if (pages.length > limits.document_pages_max) {
    throw new Refusal(refusals.too_many_pages, { pages: pages.length, ...limits })
  }
  const act = { id, guards, streams: [`employer/${filing.accountNo}`] as const }
  const commit = await context.record(act, async (read: ReadTables<Tables>) => {
    const employer = await employerExists(read, filing.accountNo)
    if (employer === null) {
      throw new Refusal(refusals.employer_unknown, { accountNo: filing.accountNo })
    }
    const type = await findType(read, typed)
    if (type === null) throw new Refusal(refusals.type_unknown, { type: typed })
    if (type.tier === 'F') throw new Refusal(refusals.classified)
    const tier = raisedTier(await listSections(read), type)
    const { officeId } = employer
    const filed = { type: type.code, section: type.section, tier, batch: batchId, officeId }
    return commits.fact('documents.filed/1', { ...document, ...filed, pages: [...pages] })
  })
  return { documentId: commit.body.documentId }
}

type Tables = DocumentsTables & EmployersTables & EmployerFilesTables
