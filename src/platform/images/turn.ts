import type { GreyPage } from './grey-page.ts'

/** How far the page lies turned clockwise. */
export type Turn = 0 | 90 | 180 | 270

/** Lines of text stand out so much more in their own direction than across it. */
const clearDirection = 1.25
/** Share by which the ink above letters must outweigh the ink below them. */
const clearSide = 0.12
const bandsMin = 3
const bodyLevel = 0.4
const bodyPixels = { least: 4, most: 60 }
const reach = 0.8

/**
 * Which way up the writing stands. Lines are found by the unevenness of rows and of columns. Upright
 * Thai carries its tone marks and most vowels above the letters, and Latin its tall letters: the ink
 * over the bodies outweighs the ink under them. Null when neither side does, or there is no text.
 */
export function measureTurn(page: GreyPage, threshold: number, skewDegrees: number): Turn | null {
  const rows = profile(page, { threshold, skewDegrees, across: false })
  const columns = sharperOf(
    profile(page, { threshold, skewDegrees: 0, across: true }),
    profile(page, { threshold, skewDegrees: -skewDegrees, across: true }),
  )
  const ratio = contrast(rows) / Math.max(1, contrast(columns))
  if (ratio >= clearDirection) return upright(rows, { upward: 0, downward: 180 })
  // Seen from the left, the tops of letters come first where the page lies on its left side.
  if (ratio <= 1 / clearDirection) return upright(columns, { upward: 270, downward: 90 })
  return null
}

function upright(rows: Float64Array, turns: { upward: Turn; downward: Turn }): Turn | null {
  const side = sideOfMarks(rows)
  if (side === null || Math.abs(side) < clearSide) return null
  return side > 0 ? turns.upward : turns.downward
}

type Direction = { threshold: number; skewDegrees: number; across: boolean }

/** Ink along slanted rows (or columns, from the left). */
function profile(page: GreyPage, { threshold, skewDegrees, across }: Direction): Float64Array {
  const { data, width, height } = page
  const slope = Math.tan((skewDegrees * Math.PI) / 180)
  const margin = Math.ceil(Math.abs(slope) * Math.max(width, height)) + 1
  const sums = new Float64Array((across ? width : height) + 2 * margin)
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 1) {
      if ((data[at] ?? 255) >= threshold) continue
      const place = across ? x - y * slope : y - x * slope
      const row = Math.round(place) + margin
      sums[row] = (sums[row] ?? 0) + 1
    }
  }
  return sums
}

// The skew of a page on its side was measured along the wrong side, and may mean nothing.
function sharperOf(one: Float64Array, other: Float64Array): Float64Array {
  return contrast(one) > contrast(other) ? one : other
}

function contrast(rows: Float64Array): number {
  let score = 0
  for (let at = 1; at < rows.length; at += 1) score += ((rows[at] ?? 0) - (rows[at - 1] ?? 0)) ** 2
  return score
}

type Band = { from: number; to: number }

/** (above − below) / (above + below) over all lines of text; null without enough of them. */
function sideOfMarks(rows: Float64Array): number | null {
  const bands = bodies(rows)
  if (bands.length < bandsMin) return null
  let above = 0
  let below = 0
  for (const [index, { from, to }] of bands.entries()) {
    const height = (to - from) * reach
    const gapAbove = index === 0 ? height : (from - (bands[index - 1]?.to ?? 0)) / 2
    const gapBelow = ((bands[index + 1]?.from ?? Number.POSITIVE_INFINITY) - to) / 2
    const look = Math.round(Math.min(height, gapAbove, gapBelow))
    above += inkOf(rows, { from: from - look, to: from })
    below += inkOf(rows, { from: to, to: to + look })
  }
  return above + below === 0 ? null : (above - below) / (above + below)
}

/** The rows in which the bodies of letters stand. */
function bodies(rows: Float64Array): Band[] {
  const written = rows.filter((ink) => ink > 0).toSorted()
  const level = (written[Math.floor(written.length * 0.9)] ?? 0) * bodyLevel
  const bands: Band[] = []
  let from = -1
  for (let at = 0; at <= rows.length; at += 1) {
    const isBody = (rows[at] ?? 0) > level
    if (isBody && from < 0) from = at
    if (isBody || from < 0) continue
    if (at - from >= bodyPixels.least && at - from <= bodyPixels.most) bands.push({ from, to: at })
    from = -1
  }
  return bands
}

function inkOf(rows: Float64Array, { from, to }: Band): number {
  let ink = 0
  for (let at = from; at < to; at += 1) ink += rows[at] ?? 0
  return ink
}
