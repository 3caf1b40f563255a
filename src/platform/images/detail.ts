import type { GreyPage } from './grey-page.ts'

export type Detail = {
  /** Dots per inch that the pixels carry; less than the file has where it was enlarged or is unsharp. */
  dpi: number | null
  /** Levels of brightness in use: 2 for black and white in whatever depth. */
  tones: number
}

/** A scanner's own unsharpness spreads an edge over so many pixels; only more counts as lost. */
const scannerEdge = 2.6
const edgesMin = 400
const contrastMin = 60
/** Which of the edges, from the steepest, is taken: strokes at a slant have wide edges always. */
const edgeQuantile = 0.25
const widthSteps = 10
const toneShare = 2e-4
const changesMin = 30
/** Rows alike by chance are fewer. */
const doubledMin = 1.6

/** Measures a band of the page in its own resolution. */
export function measureDetail(band: GreyPage, dpi: number): Detail {
  const levels = tonesOf(band)
  const width = edgeWidth(band)
  const times = Math.max(1, repeats(band), width === null ? 1 : width / scannerEdge)
  const known = levels <= 2 ? repeatsKnown(band) : width !== null
  return { dpi: known ? Math.round(dpi / times) : null, tones: levels }
}

function tonesOf({ data }: GreyPage): number {
  const counts = new Uint32Array(256)
  for (const level of data) counts[level] = (counts[level] ?? 0) + 1
  return counts.filter((count) => count > data.length * toneShare).length
}

/** Pixels that an edge from paper to ink takes; null when there are too few edges to tell. */
function edgeWidth({ data, width, height }: GreyPage): number | null {
  const widths = new Uint32Array(32 * widthSteps)
  let edges = 0
  for (let y = 0; y < height; y += 1) {
    const end = (y + 1) * width
    for (let at = y * width + 1; at < end; at += 1) {
      // One run of falling or rising brightness, and its steepest step.
      const sign = Math.sign((data[at] ?? 0) - (data[at - 1] ?? 0))
      if (sign === 0) continue
      const from = data[at - 1] ?? 0
      let steepest = 0
      for (; at < end; at += 1) {
        const step = ((data[at] ?? 0) - (data[at - 1] ?? 0)) * sign
        if (step <= 0) break
        if (step > steepest) steepest = step
      }
      at -= 1
      const height_ = Math.abs((data[at] ?? 0) - from)
      if (height_ < contrastMin) continue
      const place = Math.min(widths.length - 1, Math.round((height_ / steepest) * widthSteps))
      widths[place] = (widths[place] ?? 0) + 1
      edges += 1
    }
  }
  if (edges < edgesMin) return null
  let left = edges * edgeQuantile
  const place = widths.findIndex((count) => {
    left -= count
    return left <= 0
  })
  return place / widthSteps
}

/** How many times rows are repeated, as they are where an image was enlarged without smoothing. */
function repeats(band: GreyPage): number {
  const { alike, pairs } = comparedRows(band)
  const times = alike === pairs ? 1 : pairs / (pairs - alike)
  return times >= doubledMin ? times : 1
}

function repeatsKnown(band: GreyPage): boolean {
  return comparedRows(band).pairs > 20
}

function comparedRows({ data, width, height }: GreyPage): { alike: number; pairs: number } {
  let alike = 0
  let pairs = 0
  for (let y = 1; y < height; y += 1) {
    const row = data.subarray(y * width, (y + 1) * width)
    if (changes(row) < changesMin) continue
    const above = data.subarray((y - 1) * width, y * width)
    pairs += 1
    if (Buffer.compare(row, above) === 0) alike += 1
  }
  return { alike, pairs }
}

/** Steps between dark and light: rows that only cross the rules of a table are alike by design. */
function changes(row: Uint8Array): number {
  let count = 0
  for (let x = 1; x < row.length; x += 1) {
    if (Math.abs((row[x] ?? 0) - (row[x - 1] ?? 0)) > contrastMin) count += 1
  }
  return count
}
