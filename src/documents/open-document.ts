import { type EmployersTables, employerNames } from '#employers'
import { Refusal } from '#kernel'
import type { Context } from '#record'
import type { FiledDocument } from './contract.ts'
import type { DocumentsGiven } from './given.ts'
import { refusals } from './refusals.ts'
import { findDocument, pagesOfDocument } from './store.ts'
import type { DocumentsTables } from './tables.ts'

/** @throws Refusal `documents.document_unknown`, also for a document of another office */
export async function openDocument<Tables>(
  context: Context,
  documentId: string,
  given: DocumentsGiven<Tables>,
): Promise<FiledDocument> {
  const scope = context.may('documents.open')
  const read = context.read<DocumentsTables & EmployersTables>()
  const document = await findDocument(read, scope, documentId)
  if (document === null) throw new Refusal(refusals.document_unknown, { documentId })
  const { accountNo } = document
  const names = await employerNames(read, [accountNo])
  const pages = await pagesOfDocument(read, documentId)
  const above = context.read<Tables>()
  const pageIds = pages.map(({ pageId }) => pageId)
  const states = await given.readingStates(above, pageIds)
  const scanId = pages[0]?.scanId ?? null
  return {
    ...document,
    certification: (await given.certificationOf?.(above, documentId)) ?? null,
    employerName: names.get(accountNo) ?? accountNo,
    scanName: scanId === null ? null : ((await given.scanName?.(above, scanId)) ?? null),
    pageList: pages.map(({ pageId, ordinal, pixels, dpi }) => ({
      pageId,
      ordinal,
      pixels,
      dpi,
      recognition: states.get(pageId) ?? 'waiting',
    })),
  }
}
