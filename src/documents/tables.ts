import type { DatePrecision, OfficeDate } from '#kernel'
import type { Described } from './commits.ts'
import type { DocumentType } from './contract.ts'

export type DocumentsTables = {
  'record.documentType': DocumentType & { order: number; ticket: number }
  'record.document': {
    documentId: string
    accountNo: string
    branchNo: string
    officeId: string
    type: string
    section: string
    title: string | null
    dated: OfficeDate | null
    datedPrecision: DatePrecision | null
    tier: DocumentType['tier']
    batchId: string | null
    pages: number
    filedAt: Date
    filedBy: string
    /** From 1; one more with each correction. */
    version: number
    ticket: number
  }
  'record.documentVersion': {
    documentId: string
    version: number
    accountNo: string
    officeId: string
    before: Described
    after: Described
    actId: string
    reason: string | null
    undoes: string | null
    restores: number | null
    correctedAt: Date
    correctedBy: string
    ticket: number
  }
  'record.page': {
    pageId: string
    documentId: string
    officeId: string
    ordinal: number
    scanId: string | null
    sha256: string
    pageIndex: number
    width: number
    height: number
    dpi: number | null
    bits: number
    mediaType: string
    turn: 0 | 90 | 180 | 270
    straighten: number
    ticket: number
  }
}
