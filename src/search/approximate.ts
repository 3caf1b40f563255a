/** A stretch of a key: `end` is the first unit behind it. */
export type Found = { start: number; end: number; edits: number }

/** Of a word's letters this share may be wrong, missing or too many. */
export const tolerance = { share: 0.15, length_min: 7 }

export function editsAllowed(word: string): number {
  return word.length < tolerance.length_min ? 0 : Math.floor(word.length * tolerance.share)
}

/**
 * Cuts a word into one piece more than the edits it is allowed: whatever text is that near to it
 * holds one of the pieces unchanged, so searching the pieces misses nothing.
 */
export function piecesOf(word: string): string[] {
  const count = editsAllowed(word) + 1
  return Array.from({ length: count }, (_, index) =>
    word.slice(
      Math.floor((index * word.length) / count),
      Math.floor(((index + 1) * word.length) / count),
    ),
  )
}

/** Where `word` stands in `text` with the fewest edits (Sellers), null when nowhere within them. */
export function findNear(text: string, word: string): Found | null {
  const at = text.indexOf(word)
  if (at >= 0) return { start: at, end: at + word.length, edits: 0 }
  const allowed = editsAllowed(word)
  if (allowed === 0) return null
  let costs = Array.from({ length: word.length + 1 }, (_, row) => row)
  let starts = costs.map(() => 0)
  let best: Found | null = null
  for (let column = 1; column <= text.length; column++) {
    const letter = text[column - 1]
    const cost = [0]
    const start = [column]
    for (let row = 1; row <= word.length; row++) {
      const diagonal = (costs[row - 1] ?? 0) + (word[row - 1] === letter ? 0 : 1)
      const left = (costs[row] ?? 0) + 1
      const up = (cost[row - 1] ?? 0) + 1
      const least = Math.min(diagonal, left, up)
      cost.push(least)
      start.push(
        (least === diagonal ? starts[row - 1] : least === left ? starts[row] : start[row - 1]) ?? 0,
      )
    }
    costs = cost
    starts = start
    const edits = cost[word.length] ?? word.length
    if (edits <= allowed && edits < (best?.edits ?? allowed + 1))
      best = { start: start[word.length] ?? 0, end: column, edits }
  }
  return best
}
