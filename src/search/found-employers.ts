import type { Scope } from '#kernel'
import type { SearchQuery } from './contract.ts'
import type { Deadline } from './deadline.ts'
import type { SearchGiven } from './given.ts'

export const limits = { counted_max: 1_000 }

/** An employer found: `rank` orders, smaller first; under 10 it was found as typed. */
export type FoundEmployer = {
  id: string
  rank: number
  officeId: string
  status: string
  matched: { kind: string; text: string }
}

export type FoundEmployers = {
  found: Map<string, FoundEmployer>
  capped: boolean
  partial: boolean
}

export const exactRank = 10

export type EmployerSearch = {
  given: Pick<SearchGiven, 'snapshot' | 'nameLists'>
  deadline: Deadline
  scope: Scope
  query: Pick<SearchQuery, 'office' | 'status' | 'account'>
}

/** Each employer once, by the best of what was found of it. */
export function keepFound(answer: FoundEmployers, found: FoundEmployer): void {
  const before = answer.found.get(found.id)
  if (before && before.rank <= found.rank) return
  answer.found.set(found.id, found)
}
