import type { Finding } from '#platform/images'
import type { Arrangement } from './arrangement.ts'
import type { Arrival, PortionPlace } from './arrive.ts'
import type { SentCount, SentDocument } from './commits.ts'
import type {
  BatchState,
  CheckPlan,
  Person,
  SamplingChoice,
  SentBack,
  Verdict,
} from './contract.ts'
import type { CheckTask, DrawnPlan } from './draw-plan.ts'
import type { Edit } from './edits.ts'
import type { Switching } from './sampling/switching.ts'

/** What is known of a page's bytes and picture; computed from them, at any time again. */
export type PageFacts = {
  portionId: string
  scanId: string
  sha256: string
  sha512: string
  bytes: number
  mediaType: string
  pageIndex: number
  pixels: [number, number]
  dpi: number | null
  bits: number
  blank: boolean
  codes: string[]
  /** What the scan rules find; the turn and slant of the writing are measured apart. */
  findings: Finding[]
  turnedDegrees: 0 | 90 | 180 | 270 | null
  skewDegrees: number | null
  /** The page of the same bytes that came first, wherever. */
  duplicateOf: string | null
  /** The code of the refusal for which the scan cannot be decoded. */
  unreadable: string | null
}

/** What the text reader proposes of one page by itself. */
export type PageProposal = {
  field: string
  value: string
  confidence: number
  reason: string
  box: [number, number, number, number] | null
}

export type BatchRow = {
  batchId: string
  officeId: string
  number: string
  accountNo: string | null
  branchNo: string | null
  paperFile: string | null
  paperFileId: string | null
  profile: string
  sides: number
  state: BatchState
  round: number
  documents: number
  pages: number
  openedAt: Date
  openedBy: string
  stateSince: Date
  scannedBy: Person[]
  sentCount: SentCount | null
  ticket: number
}

/** Who judged a document, and what was wrong with it. */
export type Judged = { by: Person; at: string; back: Omit<SentBack, 'by' | 'at' | 'mended'> | null }

export type DocumentRow = {
  batchId: string
  documentId: string
  officeId: string
  ordinal: number
  digest: string
  facts: SentDocument
  verdict: Verdict['verdict'] | null
  judged: Judged | null
  ticket: number
}

export type DeskRow = {
  batchId: string
  version: number
  arrangement: Arrangement
  sheets: number | null
  skipped: number
  documents: number
  pages: number
  changedAt: Date
}

export type EditRow = {
  editId: string
  batchId: string
  seq: number
  what: Arrival | Edit | { kind: 'undo'; of: string }
  person: string
  personName: string
  at: Date
  undone: boolean
}

export type ConversionTables = {
  'record.conversionBatch': BatchRow
  'record.conversionPortion': {
    portionId: string
    batchId: string
    officeId: string
    scans: number
    place: PortionPlace
    ticket: number
  }
  'record.conversionDocument': DocumentRow
  'record.conversionCheck': {
    batchId: string
    round: number
    officeId: string
    person: string
    personName: string
    checkedAt: Date
    documents: number
    rejected: number
    planted: number
    caught: number
    plan: CheckPlan
    result: 'accepted' | 'returned'
    ticket: number
  }
  'record.conversionSeverity': { officeId: string; switching: Switching; ticket: number }
  'record.conversionSampling': {
    officeId: string
    version: number
    choice: SamplingChoice
    chosenAt: Date
    chosenBy: string
    ticket: number
  }
  'derived.conversionPage': {
    pageId: string
    batchId: string
    officeId: string
    arrived: number
    facts: PageFacts
    proposals: PageProposal[] | null
  }
  'desk.conversionBatch': DeskRow
  'desk.conversionEdit': EditRow
  'desk.conversionCheck': {
    batchId: string
    round: number
    officeId: string
    person: string
    personName: string
    openedAt: Date
    plan: DrawnPlan
    toLookAt: CheckTask[]
  }
  'desk.conversionVerdict': {
    verdictId: string
    batchId: string
    round: number
    seq: number
    documentId: string
    verdict: Verdict
    person: string
    at: Date
    undone: boolean
  }
  'desk.conversionPlanted': {
    documentId: string
    officeId: string
    facts: SentDocument
    reason: string
    addedAt: Date
  }
}
