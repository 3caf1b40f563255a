import { costs } from './confusions.ts'
import { costAllowed, mistakesIn, type Near, nearWord, tolerance } from './near-word.ts'
import { classed } from './page-pieces.ts'
import type { PageWord, PageWords } from './read-query.ts'

/** The letters at the ends of a phrase, and how near to each other its mistakes may stand. */
const edges = { begin: 3, end: 4 }
const together = 4

/** `rank` orders; `cost` is of the mistakes, in half edits: 0 as typed. */
export type Judged = { rank: number; cost: number }

/**
 * How far off a page's key is, null when the words are not there with mistakes of this share. The rank is
 * under 1 as typed, and more than 0 when digits differ there that the recogniser mixes up.
 *
 * A recogniser errs here and there. Where mistakes stand close together, or at the end of the words, it
 * is rather another name: such a page stands further down, and for a phrase it does not count at all.
 */
export function judgePage(key: string, words: PageWords, share: number): Judged | null {
  const sought = classed(key)
  const all = [...words.phrases, ...words.wanted]
  const allowed = costAllowed(lettersOf(words), share)
  const judged = { rank: 0, cost: 0 }
  for (const [at, word] of all.entries()) {
    const alone = all.length === 1 || at < words.phrases.length
    const most = costAllowed(word.key.length, alone ? share : tolerance.one_word)
    const near = nearWord(sought, word.key, Math.min(allowed - judged.cost, most))
    if (near === null) return null
    const scattered = near.cost === 0 || isScattered(sought.slice(near.start, near.end), word.key)
    if (!scattered && at < words.phrases.length) return null
    judged.cost += near.cost
    judged.rank += near.cost + (scattered ? 0 : near.cost) + digitDoubt(key, word, near)
  }
  return judged
}

/** How many letters all words have together. */
export function lettersOf({ wanted, phrases }: PageWords): number {
  return [...phrases, ...wanted].reduce((sum, { key }) => sum + key.length, 0)
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
