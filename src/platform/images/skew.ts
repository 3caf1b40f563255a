import type { GreyPage } from './grey-page.ts'

const pointsMax = 30_000
const degreesMax = 8
/** Rows of upright text are so much more uneven than rows of a slanted page. */
const clearPeak = 1.1

/**
 * The turn of the writing in degrees, positive when lines run downhill to the right; null when no
 * direction stands out. Ink is summed along slanted rows: the sums are most uneven when rows and
 * lines of text agree.
 */
export function measureSkew(page: GreyPage, threshold: number): number | null {
  const points = samplePoints(page, threshold)
  const coarse = scan(points, page, { from: -degreesMax, to: degreesMax, step: 0.5 })
  const mean = coarse.reduce((total, { score }) => total + score, 0) / coarse.length
  const rough = best(coarse)
  if (rough.score < clearPeak * mean) return null
  const from = rough.degrees - 0.5
  const fine = best(scan(points, page, { from, to: from + 1, step: 0.1 }))
  return Math.round(fine.degrees * 10) / 10
}

type Points = { xs: Float32Array; ys: Float32Array }

// Plain loops over typed arrays: iterators over two million pixels took longer than the rest.
function samplePoints({ data, width }: GreyPage, threshold: number): Points {
  let ink = 0
  for (let at = 0; at < data.length; at += 1) if ((data[at] ?? 255) < threshold) ink += 1
  const stride = Math.max(1, Math.floor(ink / pointsMax))
  const kept = Math.ceil(ink / stride)
  const points = { xs: new Float32Array(kept), ys: new Float32Array(kept) }
  for (let at = 0, seen = 0; at < data.length; at += 1) {
    if ((data[at] ?? 255) >= threshold) continue
    if (seen % stride === 0) {
      points.xs[seen / stride] = at % width
      points.ys[seen / stride] = Math.floor(at / width)
    }
    seen += 1
  }
  return points
}

type Scored = { degrees: number; score: number }
type Range = { from: number; to: number; step: number }

function scan(points: Points, page: GreyPage, { from, to, step }: Range): Scored[] {
  const scored: Scored[] = []
  for (let degrees = from; degrees <= to + step / 2; degrees += step) {
    scored.push({ degrees, score: unevenness(points, page, degrees) })
  }
  return scored
}

function best(scored: readonly Scored[]): Scored {
  return scored.reduce((most, one) => (one.score > most.score ? one : most))
}

function unevenness({ xs, ys }: Points, { width, height }: GreyPage, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180)
  const margin = Math.ceil(Math.abs(slope) * width) + 1
  const rows = new Float64Array(height + 2 * margin)
  for (let n = 0; n < xs.length; n += 1) {
    const row = Math.round((ys[n] ?? 0) - (xs[n] ?? 0) * slope) + margin
    rows[row] = (rows[row] ?? 0) + 1
  }
  let total = 0
  for (let row = 0; row < rows.length; row += 1) total += (rows[row] ?? 0) ** 2
  return total
}
