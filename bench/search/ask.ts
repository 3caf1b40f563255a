import { find, type SearchGiven, suggest } from '#search'
import { contextFor } from './database.ts'

export type Hit = { accountNo: string | null; name: string }

/** One way to ask: its hits, best first, and those of the reading that it offers, when it has none. */
export type Asked = (q: string) => Promise<{ hits: Hit[]; offer?: string; count?: number }>

export function findAsked(given: SearchGiven): Asked {
  return async (q) => {
    const answer = await find(contextFor('all'), given, { q, part: 'employers' })
    const { hits, count, capped } = answer.employers
    const [offer] = answer.offers
    // More than are counted: only narrowing helps, and the answer says so.
    const many = capped ? Number.POSITIVE_INFINITY : count
    return { hits, count: many, ...(offer ? { offer: offer.q } : {}) }
  }
}

export function suggestAsked(given: SearchGiven): Asked {
  return async (q) => {
    const suggestions = await suggest(contextFor('all'), given, { q })
    return { hits: suggestions.map(({ accountNo, text }) => ({ accountNo, name: text })) }
  }
}
