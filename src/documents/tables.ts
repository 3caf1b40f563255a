export type DocumentsTables = {
  'record.documentType': {
    code: string
    formNo: string | null
    titleTh: string
    titleEn: string
    section: string
    tier: string
    order: number
    ticket: number
  }
  'record.document': {
    documentId: string
    accountNo: string
    branchNo: string
    officeId: string
    type: string
    section: string
    title: string | null
    dated: string | null
    datedPrecision: string | null
    tier: string
    batchId: string | null
    pages: number
    filedAt: Date
    filedBy: string
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
    ticket: number
  }
}
