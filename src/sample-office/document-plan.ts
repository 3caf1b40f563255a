import type { OfficeDate } from '#kernel'
import { addDays, earlier } from './dates.ts'
import type { EmployerFacts } from './employer-facts.ts'
import type { Random } from './random.ts'

/** Which documents an employer's file holds, and from which day each is. */
export type PlannedDocument = { code: string; date: OfficeDate; pages: number }

const standing: Readonly<Record<string, string>> = {
  'natural-person': 'commercial-registration',
  household: 'id-card',
  cooperative: 'cooperative-registration',
  foundation: 'foundation-licence',
  association: 'association-licence',
  'private-school': 'school-licence',
  'condominium-juristic': 'condominium-registration',
  'company-limited': 'juristic-certificate',
  'public-company': 'juristic-certificate',
  'limited-partnership': 'juristic-certificate',
  'registered-partnership': 'juristic-certificate',
}
const bodies = new Set(['cooperative', 'foundation', 'association'])
const further = [
  'workplace-map',
  'power-of-attorney',
  'account-number-notice',
  'sps-6-15',
  'id-card',
  'lease',
  'insured-register',
  'letter-in',
  'pp-20',
  'letter-out',
] as const
const registered = new Set(['workplace-map', 'power-of-attorney', 'id-card', 'lease'])
const lastDay = '2020-03-12'

/**
 * The registration form and the proof of standing always, then others in turn, so that a few files
 * together hold every kind. `turn` says where in the list to begin; `pages` is the most there may be.
 */
export function planDocuments(
  facts: EmployerFacts,
  { pages, turn }: { pages: number; turn: number },
  random: Random,
): PlannedDocument[] {
  const { employerType, registeredOn } = facts.employer
  const others = further.map((_, place) => further[(turn + place) % further.length] ?? 'letter-in')
  const codes = ['sps-1-01', standing[employerType] ?? 'other-law-licence']
  if (bodies.has(employerType)) codes.push('committee-list')
  const wanted = [...new Set([...codes, ...others])]
  const planned: PlannedDocument[] = []
  let left = pages
  for (const code of wanted) {
    const length = code === 'sps-1-01' ? 2 : 1
    if (length > left) continue
    left -= length
    const day = early.has(code) ? random.between(-20, 0) : random.between(20, 2_500)
    planned.push({ code, date: earlier(addDays(registeredOn, day), lastDay), pages: length })
  }
  return planned
}

const early = new Set(['sps-1-01', ...Object.values(standing), ...registered])
