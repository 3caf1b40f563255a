import type { IndexField, Proposal } from '#conversion/contract'
import { formatAccountNo, formatDate, formatJuristicNo, formatPersonNo } from '#thai-text'
import { useDocumentTypes } from '../search/search-query.ts'
import type { ChoiceWord } from '../widgets/choice-row.tsx'
import type { Say } from '../words/words.ts'

/** The sections of an employer file, in their order. */
export const sections = [
  'registration',
  'changes',
  'branches',
  'insured-persons',
  'contributions',
  'compensation-fund',
  'inspection',
  'debt-and-legal',
  'correspondence',
  'other',
] as const

/** The types of documents to choose from: form number and title. */
export function useTypeChoices(): ChoiceWord[] {
  const types = useDocumentTypes().data?.types ?? []
  return types.map(({ code, formNo, titleTh }) => ({
    id: code,
    word: [formNo, titleTh].filter(Boolean).join(' '),
  }))
}

type Words = { say: Say; types: readonly ChoiceWord[] }

/** A value as people write it: dates of the Buddhist era, grouped numbers, titles for codes. */
export function sayValue(kind: IndexField['kind'], value: string, { say, types }: Words): string {
  switch (kind) {
    case 'account':
      return formatAccountNo(value)
    case 'person-no':
      return formatPersonNo(value)
    case 'type':
      return types.find(({ id }) => id === value)?.word ?? value
    case 'section': {
      const section = sections.find((code) => code === value)
      return section === undefined ? value : say(`fileSection.${section}`)
    }
    case 'date':
      return sayDate(value)
    case 'number':
      return /^\d{13}$/.test(value) ? formatJuristicNo(value) : value
    case 'branch':
    case 'text':
      return value
  }
}

const precisions = { 4: 'year', 7: 'month', 10: 'day' } as const

function sayDate(value: string): string {
  const precision = Object.entries(precisions).find(([length]) => Number(length) === value.length)
  if (precision === undefined) return value
  return formatDate(`${value}-01-01`.slice(0, 10), precision[1], 'short')
}

const reasons = [
  'cover',
  'batch',
  'register',
  'form_number',
  'title',
  'key_phrases',
  'number_in_register',
  'number_repaired',
  'found_by_juristic_no',
  'check_digit_agrees',
  'name_in_register',
  'name_as_read',
  'date_labelled',
  'date_alone',
  'date_mentioned',
] as const

/** Why the machine says so. */
export function sayReason({ reason }: Proposal, say: Say): string {
  const known = reasons.find((code) => code === reason)
  return say(known === undefined ? 'proposalReason.text' : `proposalReason.${known}`)
}
