import { z } from 'zod'
import { Checklist, Section } from '#employer-files/contract'
import { AccountNo, BranchNo, Employer } from '#employers/contract'
import { defineRoute, PaperDate } from '#kernel'

export const limits = {
  corrected_documents_max: 500,
  title_characters_max: 200,
  reason_characters_max: 500,
}

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
  /** From 1; one more with each correction of what is said of it. */
  version: z.int(),
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

/** A row of the file. */
export const ListedDocument = DocumentSummary.extend({ certified: z.boolean() })
export type ListedDocument = z.infer<typeof ListedDocument>

/** What is said of a document in one of its versions. */
export const DocumentVersion = z.object({
  version: z.int(),
  type: z.string(),
  typeTitleTh: z.string(),
  formNo: z.string().nullable(),
  section: z.string(),
  title: z.string().nullable(),
  dated: PaperDate.nullable(),
  /** How it came about: filed, corrected, a correction taken back, or an older version put back. */
  how: z.enum(['filed', 'corrected', 'undone', 'restored']),
  /** The version whose values were put back. */
  restores: z.int().nullable(),
  reason: z.string().nullable(),
  at: z.iso.datetime(),
  by: z.string(),
  /** Whether these are the values that were certified. */
  certified: z.boolean(),
})
export type DocumentVersion = z.infer<typeof DocumentVersion>

/** What is to be said of documents from now on; what is left out stays as it is. */
export const DocumentChange = z
  .object({
    type: z.string(),
    /** Left out while the type is named: the section of the type. */
    section: z.string(),
    title: z.string().trim().min(1).max(limits.title_characters_max).nullable(),
    dated: PaperDate.nullable(),
  })
  .partial()
export type DocumentChange = z.infer<typeof DocumentChange>

/** What a correction came to: how many documents it changed. */
export const Correction = z.object({ actId: z.string(), changed: z.int() })
export type Correction = z.infer<typeof Correction>

export const EmployerFile = z.object({
  employer: Employer,
  officeName: z.string(),
  sections: z.array(Section.extend({ documents: z.int() })),
  documents: z.array(ListedDocument),
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

export const correctDocuments = defineRoute({
  method: 'POST',
  path: '/employer-files/:accountNo/corrections',
  action: 'documents.correct',
  summary: 'Correct the type, section, title or date of documents of one file, as one act',
  params: z.object({ accountNo: AccountNo }),
  body: z.object({
    id: z.uuid(),
    /** Each with the version that the person saw. */
    documents: z.array(z.object({ documentId: z.uuid(), version: z.int() })).min(1),
    change: DocumentChange,
    /** Asked for where one of them is certified. */
    reason: z.string().trim().min(3).max(limits.reason_characters_max).nullable(),
  }),
  reply: Correction,
})

export const undoCorrection = defineRoute({
  method: 'POST',
  path: '/employer-files/:accountNo/corrections/:actId/undoing',
  action: 'documents.correct',
  summary: 'Take a correction back, as an act of its own',
  params: z.object({ accountNo: AccountNo, actId: z.uuid() }),
  body: z.object({ id: z.uuid() }),
  reply: Correction,
})

export const listVersions = defineRoute({
  method: 'GET',
  path: '/documents/:documentId/versions',
  action: 'documents.open',
  summary: 'What was said of a document in each of its versions, the youngest first',
  params: z.object({ documentId: z.uuid() }),
  reply: z.object({ versions: z.array(DocumentVersion) }),
})

export const restoreVersion = defineRoute({
  method: 'POST',
  path: '/documents/:documentId/versions/:version/restoring',
  action: 'documents.correct',
  summary: 'Put the values of an older version back, as an act of its own',
  params: z.object({ documentId: z.uuid(), version: z.coerce.number().int().min(1) }),
  body: z.object({
    id: z.uuid(),
    /** The version that the person saw as the present one. */
    seen: z.int(),
    reason: z.string().trim().min(3).max(limits.reason_characters_max).nullable(),
  }),
  reply: Correction,
})

export const listTypes = defineRoute({
  method: 'GET',
  path: '/document-types',
  action: 'documents.list-types',
  summary: 'The catalogue of document types',
  reply: z.object({ types: z.array(DocumentType) }),
})
