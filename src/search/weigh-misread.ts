import type { Near } from './near-word.ts'
import { mistakesIn } from './near-word.ts'
import { limits as pieceLimits, piecesOfWord } from './page-pieces.ts'

/** One mistake: what stands around it on the page, and what was typed there. */
type Doubtful = { cost: number; atEdge: boolean; read: string[]; typed: string[] }

/** A phrase that a page has with mistakes, by its letters there. */
export type MisreadPhrase = {
  stretch: string
  letters: number
  cost: number
  mistakes: Doubtful[]
}

/** A list so short tells nothing yet. */
const few_bytes = 4

/** Of pages that have the same mistakes, or of those that have the phrase as typed one in so many: more read the same because the same stands there. */
export const limits = { alike_max: 2, alike_in: 20 }

/** Measured on 600 phrases among 40,000 pages; points are halvings of how often a piece is on pages. */
const points = { a_cost: 0.6, at_edge: 3, a_cost_of_all: 0.1, a_letter: 0.24, least: 0.9 }

/** More is asked of a page where others have the phrase as typed. */
const beside_exact = 1.2

const { piece_letters } = pieceLimits

export function misreadPhrase(key: string, typed: string, near: Near): MisreadPhrase {
  const stretch = key.slice(near.start, near.end)
  const mistakes = mistakesIn(stretch, typed).map(({ cost, word: [from, to], read }) => ({
    cost,
    atEdge: from === 0 || to === typed.length,
    read: piecesAcross(key, near.start + read[0], near.start + read[1]),
    typed: piecesAcross(typed, from, to),
  }))
  return { stretch, letters: typed.length, cost: near.cost, mistakes }
}

/** The pieces that have one of these letters; where there is none, those that go across. */
function piecesAcross(text: string, from: number, to: number): string[] {
  return piecesOfWord(text.slice(Math.max(0, from - piece_letters + 1), to + piece_letters - 1))
}

export function piecesToWeigh(misread: readonly MisreadPhrase[]): string[] {
  const all = misread.flatMap(({ mistakes }) => mistakes)
  return [...new Set(all.flatMap(({ read, typed }) => [...read, ...typed]))]
}

/**
 * Whether what stands there was misread rather than being other words. A misreading makes pieces that
 * hardly any page has, out of pieces that many have; other words have pieces that other pages have too.
 */
export function isMisread(
  phrase: MisreadPhrase,
  sizes: ReadonlyMap<string, number>,
  exact: number,
): boolean {
  const often = (pieces: readonly string[]) =>
    pieces.reduce((sum, piece) => sum + Math.log2((sizes.get(piece) ?? 0) / few_bytes + 1), 0) /
    Math.max(1, pieces.length)
  const worst = Math.min(
    ...phrase.mistakes.map(
      ({ cost, atEdge, read, typed }) =>
        often(typed) - often(read) - points.a_cost * cost - (atEdge ? points.at_edge : 0),
    ),
  )
  const sum = worst - points.a_cost_of_all * phrase.cost + points.a_letter * phrase.letters
  return sum > points.least + (exact > 0 ? beside_exact : 0)
}
