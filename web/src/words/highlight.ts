export type Range = readonly [start: number, end: number]
export type Piece = { readonly at: number; readonly text: string; readonly hit: boolean }

/** Cuts `text` at its ranges (UTF-16 units). Ranges that overlap or leave the text are put right. */
export function piecesOf(text: string, ranges: readonly Range[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const [start, end] of [...ranges].sort(([a], [b]) => a - b)) {
    const from = Math.max(at, Math.min(start, text.length))
    const to = Math.min(end, text.length)
    if (to <= from) continue
    if (from > at) pieces.push({ at, text: text.slice(at, from), hit: false })
    pieces.push({ at: from, text: text.slice(from, to), hit: true })
    at = to
  }
  if (at < text.length) pieces.push({ at, text: text.slice(at), hit: false })
  return pieces
}

/** Ranges over bare digits, moved to the same digits written in groups: `601` in `60-1000412-8`. */
export function rangesInGroups(grouped: string, ranges: readonly Range[]): Range[] {
  const places: number[] = []
  for (let at = 0; at < grouped.length; at += 1) if (grouped[at] !== '-') places.push(at)
  return ranges.flatMap(([start, end]): Range[] => {
    const from = places[start]
    const last = places[end - 1]
    return from === undefined || last === undefined ? [] : [[from, last + 1]]
  })
}
