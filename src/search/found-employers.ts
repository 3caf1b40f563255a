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
  province: string | null
  form: string | null
  matched: { kind: string; text: string }
}

export type FoundEmployers = {
  found: Map<string, FoundEmployer>
  capped: boolean
  partial: boolean
}

export const exactRank = 10

/** Up to this a name is so much alike that no other reading is looked for. */
export const sureRank = exactRank + 0.18

export type EmployerSearch = {
  given: Pick<SearchGiven, 'snapshot' | 'nameLists'>
  deadline: Deadline
  scope: Scope
  query: Partial<Pick<SearchQuery, 'office' | 'status' | 'province' | 'form' | 'account'>>
  /** How many rows of each kind are looked at, when not all that are counted. */
  looked_at?: number
}

/** One more than are looked at: whether there are more. */
export function rowLimit({ looked_at = limits.counted_max }: EmployerSearch): number {
  return looked_at + 1
}

/** Each employer once, by the best of what was found of it. */
export function keepFound(answer: FoundEmployers, found: FoundEmployer): void {
  const before = answer.found.get(found.id)
  if (before && before.rank <= found.rank) return
  answer.found.set(found.id, found)
}
