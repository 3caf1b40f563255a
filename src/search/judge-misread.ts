import { costs } from './confusions.ts'
import { costAllowed, mistakesIn, type Near, nearWord, tolerance } from './near-word.ts'
import { allWanted, keysWanted, type PageWords } from './read-query.ts'
import { type MisreadPhrase, misreadPhrase } from './weigh-misread.ts'

/** The letters at the ends of a word, and how near to each other its mistakes may stand. */
const edges = { begin: 3, end: 4 }
const together = 4

/** What it costs when words typed behind each other stand apart, and when a number is a part of another. */
const doubts = { apart: 1, within: 8 }

/** `rank` orders; `cost` is of the mistakes, in eighths of an edit: 0 as typed. */
export type Judged = { rank: number; cost: number; misread: MisreadPhrase[] }

/**
 * How far off a page's key is, null when the words are not there with mistakes of this share. As typed the
 * rank is under 1; digits that are only a part of the number there are not as typed beside other words.
 *
 * A recogniser errs here and there. Where mistakes stand close together, or at the end of a word, it is
 * rather another name: such a page stands further down. Of phrases, `misread` is to be weighed.
 */
export function judgePage(key: string, words: PageWords, share: number): Judged | null {
  const all = allWanted(words)
  const allowed = costAllowed(lettersOf(words), share)
  let cost = 0
  let doubt = 0
  const found: Near[] = []
  const misread: MisreadPhrase[] = []
  for (const [at, word] of all.entries()) {
    const alone = all.length === 1 || at < words.phrases.length
    const most = costAllowed(word.key.length, alone ? share : tolerance.one_word)
    const near = nearWord(key, word.key, Math.min(allowed - cost, most))
    if (near === null) return null
    cost += near.cost
    if (near.cost > 0 && at < words.phrases.length) misread.push(misreadPhrase(key, word.key, near))
    if (near.cost > 0 && !isScattered(key.slice(near.start, near.end), word.key)) doubt += near.cost
    found.push(near)
  }
  doubt += doubtOfOrder(key, words, found.slice(words.phrases.length))
  const asTyped = cost === 0 && doubt < doubts.within
  return { rank: asTyped ? doubt / 100 : cost + doubt, cost, misread }
}

/** Words of an address, a title and a name: who types them in a row mostly means them in a row. */
function doubtOfOrder(key: string, { wanted }: PageWords, found: readonly Near[]): number {
  let doubt = 0
  for (const [at, { key: word }] of wanted.entries()) {
    const before = wanted[at - 1]?.key ?? ''
    const cost = (found[at]?.cost ?? 0) + (found[at - 1]?.cost ?? 0)
    const joined = before !== '' && nearWord(key, before + word, cost) !== null
    if (joined) continue
    if (before !== '') doubt += doubts.apart
    if (wanted.length > 1 && isNumber(word) && !standsAlone(key, word)) doubt += doubts.within
  }
  return doubt
}

function isNumber(word: string): boolean {
  return /^[0-9]+$/.test(word)
}

function standsAlone(key: string, digits: string): boolean {
  return new RegExp(`(?<![0-9])${digits}(?![0-9])`).test(key)
}

/** How many letters all words have together. */
export function lettersOf(words: PageWords): number {
  return keysWanted(words).reduce((sum, key) => sum + key.length, 0)
}

function isScattered(stretch: string, word: string): boolean {
  const mistakes = mistakesIn(stretch, word)
  const costOf = (some: typeof mistakes) => some.reduce((sum, { cost }) => sum + cost, 0)
  const atEdges = mistakes.filter(
    (mistake) => mistake.word[0] < edges.begin || mistake.word[1] > word.length - edges.end,
  )
  if (costOf(atEdges) > costs.known) return false
  return mistakes.every(({ word: [from] }) => {
    const near = mistakes.filter(
      (other) => other.word[0] >= from && other.word[0] < from + together,
    )
    return costOf(near) <= costs.other
  })
}
