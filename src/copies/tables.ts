import type { CopiedPages, CopyForm } from './contract.ts'

export type CopiesTables = {
  'record.copy': {
    copyId: string
    accountNo: string
    officeId: string
    documents: CopiedPages[]
    pages: number
    form: CopyForm
    covered: boolean
    marked: boolean
    purpose: string
    activity: string | null
    reference: string | null
    issuedAt: Date
    issuedTo: string
    issuedToName: string
    ticket: number
  }
}
