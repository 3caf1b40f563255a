import { z } from 'zod'
import { Checklist, Section } from '#employer-files/contract'
import { AccountNo, BranchNo, Employer } from '#employers/contract'
import { defineRoute, PaperDate } from '#kernel'

export const DocumentType = z.object({
  code: z.string(),
  /** The printed number of a form, such as สปส.6-15; null for other papers. */
  formNo: z.string().nullable(),
  titleTh: z.string(),
  titleEn: z.string(),
  section: z.string(),
  tier: z.enum(['A', 'B', 'C', 'D', 'E', 'F']),
})
export type DocumentType = z.infer<typeof DocumentType>

export const Page = z.object({
  pageId: z.string(),
  ordinal: z.int(),
  pixels: z.tuple([z.int(), z.int()]),
  dpi: z.number().nullable(),
  /** Whether the machine has read the page yet. */
  recognition: z.enum(['waiting', 'done', 'failed']),
})
export type Page = z.infer<typeof Page>

export const DocumentSummary = z.object({
  documentId: z.string(),
  accountNo: AccountNo,
  branchNo: BranchNo,
  type: z.string(),
  typeTitleTh: z.string(),
  formNo: z.string().nullable(),
  section: z.string(),
  title: z.string().nullable(),
  dated: PaperDate.nullable(),
  tier: z.string(),
  pages: z.int(),
  firstPageId: z.string(),
  filedAt: z.iso.datetime(),
  filedBy: z.string(),
})
export type DocumentSummary = z.infer<typeof DocumentSummary>

/** Who vouched for a document, and under which number it can be asked for. */
export const DocumentCertification = z.object({
  number: z.string(),
  certifiedAt: z.iso.datetime(),
  people: z.array(z.object({ duty: z.string(), name: z.string() })),
})
export type DocumentCertification = z.infer<typeof DocumentCertification>

export const FiledDocument = DocumentSummary.extend({
  /** Null for papers that came in past the conversion line. */
  certification: DocumentCertification.nullable(),
  employerName: z.string(),
  scanName: z.string().nullable(),
  pageList: z.array(Page),
})
export type FiledDocument = z.infer<typeof FiledDocument>

export const EmployerFile = z.object({
  employer: Employer,
  officeName: z.string(),
  sections: z.array(Section.extend({ documents: z.int() })),
  documents: z.array(DocumentSummary),
  pages: z.int(),
  checklist: Checklist.nullable(),
})
export type EmployerFile = z.infer<typeof EmployerFile>

export const openFile = defineRoute({
  method: 'GET',
  path: '/employer-files/:accountNo',
  action: 'documents.open',
  summary: 'An employer file: the employer, its sections, documents and what is missing',
  params: z.object({ accountNo: AccountNo }),
  reply: EmployerFile,
})

export const openDocument = defineRoute({
  method: 'GET',
  path: '/documents/:documentId',
  action: 'documents.open',
  summary: 'A filed document and its pages',
  params: z.object({ documentId: z.uuid() }),
  reply: FiledDocument,
})

export const listTypes = defineRoute({
  method: 'GET',
  path: '/document-types',
  action: 'documents.list-types',
  summary: 'The catalogue of document types',
  reply: z.object({ types: z.array(DocumentType) }),
})
