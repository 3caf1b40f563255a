import { Refusal } from '#kernel'
import type { Duty } from './contract.ts'
import { refusals } from './refusals.ts'

export const limits = { documents_looked_at_min: 3 }

/** The action that a person must be allowed for each duty. */
export const dutyActions: Readonly<Record<Duty, string>> = {
  converted: 'certification.sign-conversion',
  content: 'certification.certify-content',
  process: 'certification.check-process',
  metadata: 'certification.certify-metadata',
}

export type Signing = {
  readonly duty: Duty
  readonly person: string
  /** Ids of everybody who scanned or arranged the batch, and of everybody who judged a document of it. */
  readonly converters: readonly string[]
  readonly checkers: readonly string[]
  readonly documents: number
  /** Documents that this person opened for signing. */
  readonly looked: number
}

/** How many documents a person must have opened to sign: three, or all of fewer. */
export function looksWanted({
  duty,
  person,
  checkers,
  documents,
}: Omit<Signing, 'looked'>): number {
  if (duty === 'converted') return 0
  if (duty !== 'process' && checkers.includes(person)) return 0
  return Math.min(limits.documents_looked_at_min, documents)
}

/**
 * Why this person may not sign for this duty; null: they may. Who converted never certifies, and who judged
 * the pages does not vouch for the process by which they were judged.
 */
export function whyNotSign(signing: Signing): Refusal | null {
  const { duty, person, converters, checkers, looked } = signing
  const converted = converters.includes(person)
  if (duty === 'converted') return converted ? null : new Refusal(refusals.not_a_converter)
  if (converted) return new Refusal(refusals.converter_may_not)
  if (duty === 'process' && checkers.includes(person)) return new Refusal(refusals.checker_may_not)
  const wanted = looksWanted(signing)
  return looked < wanted ? new Refusal(refusals.looked_too_little, { wanted, looked }) : null
}
