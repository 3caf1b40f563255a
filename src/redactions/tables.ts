import type { Box, Reason } from './contract.ts'

export type RedactionsTables = {
  'record.redactedPage': {
    redactionId: string
    pageId: string
    documentId: string
    accountNo: string
    officeId: string
    boxes: Box[]
    sha256: string
    mediaType: string
    reason: Reason
    note: string
    madeAt: Date
    madeBy: string
    withdrawnAt: Date | null
    withdrawnBy: string | null
    ticket: number
  }
}
