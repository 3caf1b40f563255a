import { costs } from './confusions.ts'
import { costAllowed, mistakesIn, type Near, nearWord, tolerance } from './near-word.ts'
import { classed } from './page-pieces.ts'
import type { PageWord, PageWords } from './read-query.ts'

/** The letters at the ends of a phrase, and how near to each other its mistakes may stand. */
const edges = { begin: 3, end: 4 }
const together = 4

/**
 * How far off a page's key is: null when the words are not there within their mistakes, 0 as typed, less
 * than 1 when only digits differ that the recogniser mixes up, else what the mistakes cost.
 *
 * A recogniser errs here and there. Where mistakes stand close together, or at the end of the words, it
 * is rather another name: such a page stands further down, and for a phrase it does not count at all.
 */
export function judgePage(key: string, words: PageWords): number | null {
  const sought = classed(key)
  if (words.unwanted.some(({ key: word }) => sought.includes(word))) return null
  const all = [...words.phrases, ...words.wanted]
  let left = costAllowed(all.reduce((sum, word) => sum + word.key.length, 0))
  let rank = 0
  for (const [at, word] of all.entries()) {
    const near = nearWord(sought, word.key, Math.min(left, allowedFor(word.key, all.length)))
    if (near === null) return null
    left -= near.cost
    const scattered = near.cost === 0 || isScattered(sought.slice(near.start, near.end), word.key)
    if (!scattered && at < words.phrases.length) return null
    rank += near.cost + (scattered ? 0 : near.cost) + digitDoubt(key, word, near)
  }
  return rank
}

function isScattered(stretch: string, word: string): boolean {
  const mistakes = mistakesIn(stretch, word)
  const sum = (from: number, to: number) =>
    mistakes.slice(from, to).reduce((all, one) => all + one, 0)
  if (sum(0, edges.begin) + sum(-edges.end, mistakes.length) > costs.known) return false
  return mistakes.every((_, at) => sum(at, at + together) <= costs.other)
}

/** As much less than a mistake as digits of one class differ. */
function digitDoubt(key: string, { read, key: word }: PageWord, near: Near): number {
  if (read === word || key.includes(read)) return 0
  const there = key.slice(near.start, near.end).replace(/[^0-9]/g, '')
  const typed = read.replace(/[^0-9]/g, '')
  let differing = Math.abs(there.length - typed.length)
  for (let at = 0; at < Math.min(there.length, typed.length); at++)
    if (there[at] !== typed[at]) differing++
  return Math.min(differing, 9) / 10 / 9 + 0.01
}

/** In half edits. */
export function allowedFor(word: string, words: number): number {
  return costAllowed(word.length, words === 1 ? tolerance.share : tolerance.one_word_share)
}
