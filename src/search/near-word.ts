import { costs, costTable } from './confusions.ts'

/** A stretch of a key: `end` is the first unit behind it. `cost` in eighths of an edit. */
export type Near = { start: number; end: number; cost: number }

/**
 * Of the letters of a query this share may be wrong, missing or too many; known misreadings count half.
 * \`last\` is for pages that stand in where fewer than a handful are near; a word among others may be worse
 * than the whole.
 */
export const tolerance = { share: 0.15, last: 0.25, one_word: 0.25 }

/** In eighths of an edit. */
export function costAllowed(length: number, share: number = tolerance.share): number {
  return Math.floor(length * share * costs.unit)
}

const letters = 128

/**
 * The place in `text` that reads most like `word`, by the mistakes of the recogniser (Sellers, with
 * weights; rows that already cost too much are left out). Null when none costs `allowed` or less.
 */
export function nearWord(text: string, word: string, allowed: number): Near | null {
  const at = text.indexOf(word)
  if (at >= 0) return { start: at, end: at + word.length, cost: 0 }
  if (allowed === 0) return null
  // No mistake in a letter costs less than this; those in digits do.
  if (!/[0-9]/.test(word) && leastEdits(text, word) * costs.known > allowed) return null
  const end = cheapestEnd(text, word, allowed)
  if (end === null) return null
  // The word backwards from there ends where the stretch begins.
  const from = Math.max(0, end.at - word.length - Math.ceil(allowed / costs.known))
  const before = cheapestEnd(reversed(text.slice(from, end.at)), reversed(word), end.cost, true)
  return { start: end.at - (before?.at ?? word.length), end: end.at, cost: end.cost }
}

const bits = 32
const placesOfLetter = new Int32Array(letters)

/**
 * At most the edits between the word and the stretch of the text that is nearest to it (Myers' bits, of the
 * first 32 letters): many times faster than the weights, which most texts then need not.
 */
function leastEdits(text: string, word: string): number {
  const length = Math.min(bits, word.length)
  placesOfLetter.fill(0)
  for (let at = 0; at < length; at++)
    placesOfLetter[word.charCodeAt(at)] = (placesOfLetter[word.charCodeAt(at)] ?? 0) | (1 << at)
  const last = 1 << (length - 1)
  let more = -1
  let less = 0
  let edits = length
  let least = length
  for (let at = 0; at < text.length; at++) {
    const same = placesOfLetter[text.charCodeAt(at)] ?? 0
    const down = same | less
    const across = (((same & more) + more) ^ more) | same
    let rising = less | ~(across | more)
    let falling = more & across
    if ((rising & last) !== 0) edits++
    else if ((falling & last) !== 0) edits--
    if (edits < least) least = edits
    rising <<= 1
    falling <<= 1
    more = falling | ~(down | rising)
    less = rising & down
  }
  return least
}

function reversed(text: string): string {
  return Array.from(text).reverse().join('')
}

/** `anchored`: the stretch begins at the beginning of the text. */
function cheapestEnd(
  text: string,
  word: string,
  allowed: number,
  anchored = false,
): { at: number; cost: number } | null {
  const rows = word.length
  const column = new Uint16Array(rows + 1)
  const tooMuch = allowed + 1
  let active = 0
  for (let row = 1; row <= rows; row++) {
    column[row] = Math.min(tooMuch, (column[row - 1] ?? 0) + lostCost(word, row - 1))
    if ((column[row] ?? 0) <= allowed) active = row
  }
  let best: { at: number; cost: number } | null = null
  for (let at = 0; at < text.length; at++) {
    const read = text.charCodeAt(at)
    const added = costTable[read] ?? costs.other
    let diagonal = column[0] ?? 0
    if (anchored) column[0] = Math.min(tooMuch, diagonal + added)
    const last = active
    active = 0
    for (let row = 1; row <= rows; row++) {
      // All rows further down cost too much already, and nothing reaches them.
      if (row > last + 1 && column[row - 1] === tooMuch) break
      const wanted = word.charCodeAt(row - 1)
      const before = column[row] ?? tooMuch
      const cost = Math.min(
        diagonal + (costTable[wanted * letters + read] ?? costs.other),
        before + added,
        (column[row - 1] ?? tooMuch) + (costTable[wanted * letters] ?? costs.other),
        tooMuch,
      )
      column[row] = cost
      diagonal = before
      if (cost <= allowed) active = row
    }
    const cost = column[rows] ?? tooMuch
    if (active === rows && cost <= allowed && cost < (best?.cost ?? tooMuch))
      best = { at: at + 1, cost }
    if (active === 0 && (column[0] ?? 0) > allowed) return best
  }
  return best
}

/** Where a stretch of a page reads otherwise than the word: `word` from and to there, `read` in the stretch. */
export type Mistake = { word: [number, number]; read: [number, number]; cost: number }

/** The mistakes in `stretch`, the cheapest way, in the order of the letters; neighbours are one. */
export function mistakesIn(stretch: string, word: string): Mistake[] {
  const rows = word.length
  const columns = stretch.length
  const width = columns + 1
  const cost = (from: number, to: number) => costTable[from * letters + to] ?? costs.other
  const wanted = (row: number) => word.charCodeAt(row - 1)
  const read = (column: number) => stretch.charCodeAt(column - 1)
  const table = new Uint16Array((rows + 1) * width)
  const at = (row: number, column: number) => table[row * width + column] ?? 0
  for (let row = 0; row <= rows; row++)
    for (let column = 0; column <= columns; column++) {
      if (row + column === 0) continue
      const replaced =
        row > 0 && column > 0
          ? at(row - 1, column - 1) + cost(wanted(row), read(column))
          : Number.POSITIVE_INFINITY
      const gone = row > 0 ? at(row - 1, column) + cost(wanted(row), 0) : Number.POSITIVE_INFINITY
      const added =
        column > 0 ? at(row, column - 1) + cost(0, read(column)) : Number.POSITIVE_INFINITY
      table[row * width + column] = Math.min(replaced, gone, added)
    }
  const mistakes: Mistake[] = []
  for (let row = rows, column = columns; row > 0 || column > 0; ) {
    const here = at(row, column)
    const changed = row > 0 && column > 0 ? cost(wanted(row), read(column)) : 0
    const replaced = row > 0 && column > 0 && here === at(row - 1, column - 1) + changed
    const lost = !replaced && row > 0 && here === at(row - 1, column) + cost(wanted(row), 0)
    const before = {
      row: row - (replaced || lost ? 1 : 0),
      column: column - (replaced || !lost ? 1 : 0),
    }
    const paid = here - at(before.row, before.column)
    const last = mistakes[0]
    if (paid > 0 && last?.word[0] === row && last.read[0] === column) {
      last.word[0] = before.row
      last.read[0] = before.column
      last.cost += paid
    } else if (paid > 0)
      mistakes.unshift({ word: [before.row, row], read: [before.column, column], cost: paid })
    row = before.row
    column = before.column
  }
  return mistakes
}

function lostCost(word: string, at: number): number {
  return costTable[word.charCodeAt(at) * letters] ?? costs.other
}
