import { costs, costTable } from './confusions.ts'

/** A stretch of a key: `end` is the first unit behind it. `cost` in half edits. */
export type Near = { start: number; end: number; cost: number }

/**
 * Of the letters of a query this share may be wrong, missing or too many; known misreadings count half.
 * \`last\` is for pages that stand in where fewer than a handful are near; a word among others may be worse
 * than the whole, and beside pages as typed less is forgiven to a phrase.
 */
export const tolerance = { share: 0.15, last: 0.25, one_word: 0.25, beside_exact: 0.05 }

/** In half edits. */
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
  const end = cheapestEnd(text, word, allowed)
  if (end === null) return null
  // The word backwards from there ends where the stretch begins.
  const from = Math.max(0, end.at - word.length - allowed)
  const before = cheapestEnd(reversed(text.slice(from, end.at)), reversed(word), end.cost, true)
  return { start: end.at - (before?.at ?? word.length), end: end.at, cost: end.cost }
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

/**
 * What the mistakes in `stretch` cost at each letter of `word`, the cheapest way; an invented letter
 * counts at the one before it.
 */
export function mistakesIn(stretch: string, word: string): number[] {
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
  const mistakes = new Array<number>(rows).fill(0)
  for (let row = rows, column = columns; row > 0 || column > 0; ) {
    const here = at(row, column)
    const [letter, before] = [Math.max(0, row - 1), at(row - 1, column - 1)]
    if (row > 0 && column > 0 && here === before + cost(wanted(row), read(column))) {
      mistakes[letter] = (mistakes[letter] ?? 0) + here - before
      row--
      column--
    } else if (row > 0 && here === at(row - 1, column) + cost(wanted(row), 0)) {
      mistakes[letter] = (mistakes[letter] ?? 0) + cost(wanted(row), 0)
      row--
    } else {
      mistakes[letter] = (mistakes[letter] ?? 0) + cost(0, read(column))
      column--
    }
  }
  return mistakes
}

function lostCost(word: string, at: number): number {
  return costTable[word.charCodeAt(at) * letters] ?? costs.other
}
