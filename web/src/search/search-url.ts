import { countPart, definedParts, textPart } from '../api/url-parts.ts'

/** What the address of the search screen holds; every part may be absent. */
export type SearchUrl = {
  q?: string
  office?: string
  status?: string
  province?: string
  /** A legal form. */
  form?: string
  type?: string
  /** Common Era. */
  year?: number
}

export const filterNames = ['office', 'status', 'province', 'form', 'type', 'year'] as const

export function readSearchUrl(parts: Record<string, unknown>): SearchUrl {
  return definedParts({
    q: textPart(parts['q']),
    office: textPart(parts['office']),
    status: textPart(parts['status']),
    province: textPart(parts['province']),
    form: textPart(parts['form']),
    type: textPart(parts['type']),
    year: countPart(parts['year']),
  })
}

/** Whether a query is worth sending: from 3 digits or 2 letters on. */
export function worthAsking(q: string): boolean {
  const letters = q.match(/\p{L}/gu)?.length ?? 0
  const digits = q.match(/\p{Nd}/gu)?.length ?? 0
  return letters >= 2 || digits >= 3
}

export function filterCount(url: SearchUrl): number {
  return filterNames.filter((name) => url[name] !== undefined).length
}

/** The active row after a move; -1 is the box itself, and moving past an end stays there. */
export function moveActive(active: number, by: number, rows: number): number {
  return Math.max(-1, Math.min(rows - 1, active + by))
}
