import type { OfficeDate, PaperDate } from '#kernel'
import type { PageBox } from '../recognised-page.ts'

/** Why a value is proposed; a screen has a sentence for each. */
export type ProposalReason =
  // Of a document type.
  | 'form_number'
  | 'title'
  | 'key_phrases'
  // Of a number: as read, with one or two digits mended, or found by another number of the employer.
  | 'number_in_register'
  | 'number_repaired'
  | 'found_by_juristic_no'
  | 'check_digit_agrees'
  // Of a name: the register's, seen on the page too; or as read, near its label or legal form.
  | 'name_in_register'
  | 'name_as_read'
  // Of a date: behind words that say it is the paper's own, alone on a line, or anywhere.
  | 'date_labelled'
  | 'date_alone'
  | 'date_mentioned'

type Evidence = {
  /** 0 to 1: how often such a proposal is right, as far as samples tell. */
  confidence: number
  reason: ProposalReason
  /** From 1: the page it was seen on. */
  pageOrdinal: number
  /** Where on that page, in fractions; null where the page as a whole tells. */
  box: PageBox | null
  /** Other fields of the same employer that were seen on the document as well. */
  agreesWith?: readonly ProposedText['field'][]
}

type ProposedText = {
  field: 'type' | 'accountNo' | 'juristicNo' | 'name'
  /** A code of the catalogue, digits without groups, or a name. */
  value: string
}
type ProposedDate = { field: 'dated'; value: PaperDate }

/** What a person at the indexing station may take over. Never an act, never a new employer. */
export type Proposal = Evidence & (ProposedText | ProposedDate)

export type KnownType = { code: string; formNo: string | null; titleTh: string }

export type KnownEmployer = {
  accountNo: string
  juristicDigits: string | null
  taxDigits: string | null
  name: string
}

/** What the office knows and the page does not. */
export type Known = {
  types: readonly KnownType[]
  /** The employers whose account, juristic or tax number is one of these; unknown numbers give none. */
  employersByNumber(numbers: readonly string[]): Promise<readonly KnownEmployer[]>
  /** Decides the century of a year with two digits, and refuses days to come. */
  today: OfficeDate
}
