import { checklistFor, type EmployerFilesTables, listSections } from '#employer-files'
import { type EmployersTables, findEmployer } from '#employers'
import { Refusal } from '#kernel'
import { findOffice, type OfficesTables } from '#offices'
import type { Context } from '#record'
import { listDocumentTypes } from './catalogue.ts'
import type { EmployerFile } from './contract.ts'
import { type CertifiedGiven, certifiedAmong } from './given.ts'
import { refusals } from './refusals.ts'
import { documentsOfFile } from './store.ts'
import type { DocumentsTables } from './tables.ts'

type Tables = DocumentsTables & EmployerFilesTables & EmployersTables & OfficesTables

/**
 * The employer, its papers by date, its sections and what is missing.
 * @throws Refusal `documents.file_unknown`: the same answer whether there is no such file or it is another office's
 */
export async function openFile<Above>(
  context: Context,
  accountNo: string,
  given: CertifiedGiven<Above> = {},
): Promise<EmployerFile> {
  const scope = context.may('documents.open')
  const read = context.read<Tables>()
  const employer = await findEmployer(read, scope, accountNo)
  if (employer === null) throw new Refusal(refusals.file_unknown, { accountNo })
  const filed = await documentsOfFile(read, accountNo)
  const certified = await certifiedAmong(context.read<Above>(), filed, given)
  const documents = filed.map(({ batchId, ...document }) => ({
    ...document,
    certified: certified.has(document.documentId),
  }))
  const types = await listDocumentTypes(read)
  const office = await findOffice(read, employer.officeId)
  const sections = (await listSections(read)).map(({ code, order, titleTh, titleEn }) => ({
    code,
    order,
    titleTh,
    titleEn,
    documents: documents.filter(({ section }) => section === code).length,
  }))
  const checklist = await checklistFor(read, {
    accountNo,
    employerType: employer.employerType,
    filed: documents.map(({ type, documentId }) => ({ type, documentId })),
    typeTitles: new Map(types.map(({ code, titleTh }) => [code, titleTh])),
  })
  return {
    employer,
    officeName: office?.nameTh ?? employer.officeId,
    sections,
    documents,
    pages: documents.reduce((sum, { pages }) => sum + pages, 0),
    checklist,
  }
}
