export type TextRecognitionTables = {
  /** Derived: made again from the blobs at any time. `failure` is a refusal's code. */
  'derived.pageReading': {
    pageId: string
    documentId: string
    officeId: string
    state: 'waiting' | 'done' | 'failed'
    engine: string | null
    engineVersion: string | null
    derivedKey: string | null
    meanConfidence: number | null
    milliseconds: number | null
    failure: string | null
    readAt: Date | null
    /** The lower the sooner, see `turns.ts`. */
    turn: number
    /** The node that read it. */
    readBy: string | null
  }
  /** Derived: readings that another node made again. */
  'derived.readingCheck': {
    pageId: string
    derivedKey: string
    officeId: string
    readBy: string | null
    checkedBy: string
    /** Share 0 to 1 of the letters that differ. */
    difference: number
    checkedAt: Date
  }
}
