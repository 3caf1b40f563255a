import type { OfficeDate } from '#kernel'

/** What one page of a produced file holds. Paths are relative to the sample folder, with `/`. */
export type PageTruth = {
  file: string
  /** From 0, in the file. */
  page: number
  account: string
  branch: string
  /** A cover sheet names the document that follows it; its own page belongs to no document. */
  cover: boolean
  documentType: string
  section: string
  documentDate: OfficeDate
  /** Which page of the document this is, from 0; -1 for a cover sheet. */
  documentPage: number
  /** The words in reading order; a paragraph is one line. Header, footer and stamps are left out. */
  lines: readonly string[]
  font: string
  look: string
  format: string
  /** What a clerk would key from the document. */
  index: Readonly<Record<string, string>>
}

export type ExpectedOutcome = 'inbox' | 'quarantine' | 'duplicate'

/** A file that must not be filed by itself, and why. */
export type OddTruth = {
  file: string
  expected: ExpectedOutcome
  because:
    | 'no-number'
    | 'unknown-account'
    | 'encrypted'
    | 'truncated'
    | 'not-an-image'
    | 'same-bytes'
  /** For a duplicate: the file with the same bytes. */
  sameAs?: string
}

/** `truth/pages.json` and `truth/odd.json` together. */
export type SampleTruth = { pages: readonly PageTruth[]; odd: readonly OddTruth[] }
