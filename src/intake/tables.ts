import type { Finding, PageQuality } from '#platform/images'

/** What the machine measured of one page of a scan. */
export type ExaminedPage = {
  pixels: [number, number]
  dpi: number | null
  bits: number
  blank: boolean
  codes: string[]
  /** What the image shows of itself, and what the scan rules find; absent where looked at before that. */
  quality?: PageQuality
  findings?: Finding[]
}

export type ScanRow = {
  scanId: string
  batchId: string
  officeId: string
  ordinal: number
  name: string
  sha256: string
  sha512: string
  bytes: number
  duplicateOf: string | null
  setAsideReason: string | null
  ticket: number
}

export type Examination = {
  scanId: string
  officeId: string
  batchId: string
  /** `examined`: measured, not placed yet; `line`: handed to the conversion line. */
  state: 'examined' | 'line' | 'filed' | 'waiting' | 'quarantined'
  reason: string | null
  facts: Record<string, unknown>
  pages: ExaminedPage[]
  examinedAt: Date
}

export type IntakeTables = {
  'record.batch': {
    batchId: string
    officeId: string
    label: string
    source: string
    way: string
    receivedAt: Date
    receivedBy: string
    ticket: number
  }
  'record.scan': ScanRow
  'derived.scanExamination': Examination
  'desk.batchWork': { batchId: string; state: string; changedAt: Date }
}
