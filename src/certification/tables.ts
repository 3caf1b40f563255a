import type { Duty, RuleFinding, Signature } from './contract.ts'

export type CertificationTables = {
  'record.signature': {
    batchId: string
    round: number
    duty: Duty
    officeId: string
    digest: string
    person: string
    personName: string
    position: string | null
    signedAt: Date
    ticket: number
  }
  'record.certification': {
    batchId: string
    officeId: string
    number: string
    certifiedAt: Date
    documents: number
    pages: number
    digest: string
    duties: Signature[]
    rules: RuleFinding[]
    ticket: number
  }
  'desk.certificationLook': {
    batchId: string
    round: number
    person: string
    documentId: string
    at: Date
  }
  'desk.certificationTrouble': {
    batchId: string
    round: number
    failed: RuleFinding[]
    at: Date
  }
}
