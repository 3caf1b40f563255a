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
  }
}
