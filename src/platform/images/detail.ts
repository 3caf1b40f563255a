import type { GreyPage } from './grey-page.ts'

export type Detail = {
  /** Dots per inch that the pixels carry; less than the file has where it was enlarged or is unsharp. */
  dpi: number | null
  /** Levels of brightness in use: 2 for black and white in whatever depth. */
  tones: number
}

// Set on the pages of the recognition benchmark, as they are, blurred, and enlarged (then JPEG 80).
/** Unsharpness a scanner may have; a page that falls short of it has lost as much detail. */
const scannerSharpness = 0.24
const edgeStep = 25
const edgePixelsMin = 2_000
/** How unevenly columns of one step are rough before the step is a trace of enlarging. */
const traces = [
  { step: 4, unevenness: 1.8, times: 4 },
  { step: 3, unevenness: 1.74, times: 3 },
  { step: 2, unevenness: 1.12, times: 2 },
  { step: 3, unevenness: 1.15, times: 1.5 },
]
const toneShare = 2e-4
const changesMin = 30
const changeStep = 60
const repeatedRowsMin = 20
const repeatedMin = 1.6

/**
 * Measures a band of the page in its own resolution. Enlarging leaves traces: repeated rows, or
 * columns between the old ones that are smoother than these. Unsharpness takes detail as well.
 */
export function measureDetail(band: GreyPage, dpi: number): Detail {
  const tones = tonesOf(band)
  const repeated = timesRepeated(band)
  if (tones <= 2) return { dpi: repeated && Math.round(dpi / repeated), tones }
  const sharpness = sharpnessOf(band)
  if (sharpness === null) return { dpi: null, tones }
  const times = Math.max(1, repeated ?? 1, timesEnlarged(band), scannerSharpness / sharpness)
  return { dpi: Math.round(dpi / times), tones }
}

function tonesOf({ data }: GreyPage): number {
  const counts = new Uint32Array(256)
  for (const level of data) counts[level] = (counts[level] ?? 0) + 1
  return counts.filter((count) => count > data.length * toneShare).length
}

/**
 * How far pixels at edges lie from what their neighbours foretell, against the steepness there. The
 * finer the detail, the worse every second pixel can be told from the others.
 */
function sharpnessOf({ data, width, height }: GreyPage): number | null {
  let surprise = 0
  let steepness = 0
  let edges = 0
  for (let y = 0; y < height; y += 1) {
    for (let at = y * width + 3; at < (y + 1) * width - 3; at += 1) {
      const left = data[at - 1] ?? 0
      const right = data[at + 1] ?? 0
      const step = (right - left) / 2
      if (step < edgeStep && step > -edgeStep) continue
      const far = (data[at - 3] ?? 0) + (data[at + 3] ?? 0)
      const foretold = (9 * (left + right) - far) / 16
      surprise += (foretold - (data[at] ?? 0)) ** 2
      steepness += step * step
      edges += 1
    }
  }
  return edges < edgePixelsMin ? null : Math.sqrt(surprise / steepness)
}

function timesEnlarged(band: GreyPage): number {
  const roughness = columnRoughness(band)
  const found = traces.find(({ step, unevenness }) => unevennessOf(roughness, step) >= unevenness)
  return found?.times ?? 1
}

function columnRoughness({ data, width, height }: GreyPage): Float64Array {
  const roughness = new Float64Array(width)
  for (let y = 0; y < height; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x
      const bend = (data[at - 1] ?? 0) + (data[at + 1] ?? 0) - 2 * (data[at] ?? 0)
      roughness[x] = (roughness[x] ?? 0) + Math.abs(bend)
    }
  }
  return roughness
}

/** Of the columns 0, step, 2 × step …, those at 1, 1 + step … and so on: the roughest to the smoothest. */
function unevennessOf(roughness: Float64Array, step: number): number {
  const sums = new Float64Array(step)
  const whole = roughness.length - (roughness.length % step)
  for (let x = 0; x < whole; x += 1) sums[x % step] = (sums[x % step] ?? 0) + (roughness[x] ?? 0)
  return Math.max(...sums) / Math.max(1, Math.min(...sums))
}

/** How many times each row stands in the file; null when too few rows are written. */
function timesRepeated({ data, width, height }: GreyPage): number | null {
  let alike = 0
  let pairs = 0
  for (let y = 1; y < height; y += 1) {
    const row = data.subarray(y * width, (y + 1) * width)
    if (changesIn(row) < changesMin) continue
    pairs += 1
    if (Buffer.compare(row, data.subarray((y - 1) * width, y * width)) === 0) alike += 1
  }
  if (pairs < repeatedRowsMin) return null
  const times = pairs / Math.max(1, pairs - alike)
  return times >= repeatedMin ? times : 1
}

/** Steps between dark and light: rows that only cross the rules of a table are alike by design. */
function changesIn(row: Uint8Array): number {
  let count = 0
  for (let x = 1; x < row.length; x += 1) {
    if (Math.abs((row[x] ?? 0) - (row[x - 1] ?? 0)) > changeStep) count += 1
  }
  return count
}
