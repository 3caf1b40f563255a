import type { OfficeDate } from '#kernel'
import type { StreamTables } from '#record'
import type { Condition, PaperState } from './contract.ts'

/** How a paper file stands. */
export type Standing = {
  state: PaperState
  building: string
  shelf: string
  box: string
  condition: Condition
  lentTo: string | null
  dueOn: OfficeDate | null
}

export type PaperFilesTables = StreamTables & {
  'record.paperFile': Standing & {
    paperFileId: string
    accountNo: string
    branchNo: string
    volumeNo: number
    officeId: string
    placeSort: string
    changedAt: Date
    changedBy: string
    ticket: number
  }
  'record.paperFileAct': Standing & {
    paperFileId: string
    ticket: number
    actId: string
    officeId: string
    reason: string | null
    undoes: string | null
    lineBatch: string | null
    actedAt: Date
    actedBy: string
  }
}
