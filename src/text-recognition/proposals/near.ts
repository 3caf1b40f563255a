/** A stretch of a text: `end` is the first unit behind it. */
export type Near = { start: number; end: number; edits: number }

/** Where `word` stands in `text` with the fewest edits (Sellers); null when nowhere within `edits_max`. */
export function findNear(text: string, word: string, edits_max: number): Near | null {
  const at = text.indexOf(word)
  if (at >= 0) return { start: at, end: at + word.length, edits: 0 }
  if (edits_max === 0 || text.length + edits_max < word.length) return null
  let above = Array.from({ length: word.length + 1 }, (_, edits) => ({ edits, start: 0 }))
  let best: Near | null = null
  for (let end = 1; end <= text.length; end++) {
    const row = [{ edits: 0, start: end }]
    for (let y = 1; y <= word.length; y++) {
      const same = word[y - 1] === text[end - 1] ? 0 : 1
      row.push(least(above[y - 1], above[y], row[y - 1], same))
    }
    const last = row[word.length]
    if (last && last.edits <= edits_max && last.edits < (best?.edits ?? edits_max + 1)) {
      best = { start: last.start, end, edits: last.edits }
    }
    above = row
  }
  return best
}

type Cell = { edits: number; start: number }
const none: Cell = { edits: Number.POSITIVE_INFINITY, start: 0 }

function least(diagonal = none, left = none, up = none, same: number): Cell {
  const changed = { edits: diagonal.edits + same, start: diagonal.start }
  const inserted = { edits: left.edits + 1, start: left.start }
  const lost = { edits: up.edits + 1, start: up.start }
  const fewest = inserted.edits < changed.edits ? inserted : changed
  return lost.edits < fewest.edits ? lost : fewest
}
