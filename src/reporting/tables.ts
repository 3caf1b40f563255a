import type { LineState } from './contract.ts'

export type ReportingTables = {
  'derived.lineEvent': {
    ticket: number
    batchId: string
    officeId: string
    state: LineState
    round: number
    at: Date
    person: string
    pages: number
    documents: number
    rejected: number
    reasons: Record<string, number>
  }
  'derived.lineBatch': {
    batchId: string
    officeId: string
    number: string
    accountNo: string | null
    state: LineState
    since: Date
    round: number
    pages: number
    documents: number
    owner: string
  }
}
