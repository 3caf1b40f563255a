import type { GreyImage } from '../pixels.ts'

const blockInch = 1 / 50
const cellBlocks = 4

export type Flattened = { image: GreyImage; noise: number }

/**
 * Evens the light: every pixel divided by the paper around it (the lightest of small means), then
 * stretched so that ink is black and paper white. `noise` is the grain of the paper before (0 to 255).
 */
export function flatten(image: GreyImage): Flattened {
  // A fax or a black and white scan has no light to even.
  if (isTwoToned(image.data)) return { image, noise: 0 }
  const divided = divide(image, paperAround(image))
  const { ink, white, noise } = levels(sampled(divided))
  const table = Uint8Array.from({ length: 256 }, (_, value) =>
    Math.min(255, Math.max(0, Math.round(((value - ink) * 255) / (white - ink)))),
  )
  for (let at = 0; at < divided.length; at++) divided[at] = table[divided[at] ?? 0] ?? 0
  return { image: { ...image, data: divided }, noise }
}

const sampleStep = 7

function sampled(data: Uint8Array): Uint32Array {
  const histogram = new Uint32Array(256)
  for (let at = 0; at < data.length; at += sampleStep) {
    const value = data[at] ?? 0
    histogram[value] = (histogram[value] ?? 0) + 1
  }
  return histogram
}

function isTwoToned(data: Uint8Array): boolean {
  let between = 0
  for (let at = 0; at < data.length; at += sampleStep) {
    const value = data[at] ?? 0
    if (value > 16 && value < 239) between++
  }
  return between * sampleStep < data.length * 0.001
}

type Paper = { light: Float32Array; across: number; down: number; cell: number }

function paperAround({ data, width, height, dpi }: GreyImage): Paper {
  const block = Math.max(2, Math.round(blockInch * dpi))
  const cell = block * cellBlocks
  const across = Math.ceil(width / cell)
  const down = Math.ceil(height / cell)
  const light = new Float32Array(across * down)
  const sums = new Uint32Array(Math.ceil(width / block))
  for (let top = 0; top < height; top += block) {
    const bottom = Math.min(height, top + block)
    sums.fill(0)
    for (let y = top; y < bottom; y++)
      addBlocks(sums, data.subarray(y * width, (y + 1) * width), block)
    const row = Math.floor(top / cell) * across
    for (let n = 0; n < sums.length; n++) {
      const area = (bottom - top) * (Math.min(width, (n + 1) * block) - n * block)
      const at = row + Math.floor(n / cellBlocks)
      light[at] = Math.max(light[at] ?? 0, (sums[n] ?? 0) / area)
    }
  }
  const wide = spread({ light, across, down }, Math.max)
  return { light: spread({ light: wide, across, down }, null), across, down, cell }
}

function addBlocks(sums: Uint32Array, row: Uint8Array, block: number): void {
  for (let n = 0, at = 0; at < row.length; n++) {
    const end = Math.min(row.length, at + block)
    let sum = 0
    while (at < end) sum += row[at++] ?? 0
    sums[n] = (sums[n] ?? 0) + sum
  }
}

/** Each cell becomes the greatest of, or (without `pick`) the mean of, the nine around it. */
function spread(
  { light, across, down }: Omit<Paper, 'cell'>,
  pick: ((...values: number[]) => number) | null,
): Float32Array {
  return light.map((_, at) => {
    const x = at % across
    const y = Math.floor(at / across)
    const near: number[] = []
    for (let row = Math.max(0, y - 1); row <= Math.min(down - 1, y + 1); row++) {
      for (let column = Math.max(0, x - 1); column <= Math.min(across - 1, x + 1); column++) {
        near.push(light[row * across + column] ?? 0)
      }
    }
    return pick ? pick(...near) : near.reduce((sum, value) => sum + value, 0) / near.length
  })
}

function divide({ data, width, height }: GreyImage, paper: Paper): Uint8Array {
  const divided = new Uint8Array(data.length)
  const gains = new Float32Array(paper.across + 1)
  const half = paper.cell >> 1
  for (let y = 0; y < height; y++) {
    rowGains(gains, paper, (y + 0.5) / paper.cell - 0.5)
    const start = y * width
    // From the middle of one cell to the middle of the next, the gain changes evenly.
    for (let cell = -1, x = 0; x < width; cell++) {
      const from = gains[Math.max(0, cell)] ?? 1
      const step = ((gains[cell + 1] ?? from) - from) / paper.cell
      const end = Math.min(width, (cell + 1) * paper.cell + half)
      let gain = from + step * (x - cell * paper.cell - half)
      for (; x < end; x++, gain += step) {
        const value = (data[start + x] ?? 0) * gain
        divided[start + x] = Math.min(value, 255)
      }
    }
  }
  return divided
}

/** What to multiply a pixel by so that paper becomes 255, for each cell of a row between two rows of cells. */
function rowGains(gains: Float32Array, { light, across, down }: Paper, place: number): void {
  const upper = Math.min(down - 1, Math.max(0, Math.floor(place)))
  const lower = Math.min(down - 1, upper + 1)
  const share = Math.min(1, Math.max(0, place - upper))
  for (let x = 0; x < across; x++) {
    const above = light[upper * across + x] ?? 255
    const below = light[lower * across + x] ?? 255
    gains[x] = 255 / Math.max(24, above + (below - above) * share)
  }
  gains[across] = gains[across - 1] ?? 1
}

/** Where ink and paper lie in a histogram of evened light. */
function levels(histogram: Uint32Array): { ink: number; white: number; noise: number } {
  let mode = 255
  for (let value = 254; value >= 128; value--) {
    if ((histogram[value] ?? 0) > (histogram[mode] ?? 0)) mode = value
  }
  const noise = grain(histogram, mode)
  const total = histogram.reduce((sum, count) => sum + count, 0)
  const darkest = quantile(histogram, total * 0.005)
  const white = Math.max(mode - noise, 160)
  return { ink: Math.min(darkest, white - 60), white, noise }
}

/** Mean distance of paper-like pixels below the commonest value, as a standard deviation. */
function grain(histogram: Uint32Array, mode: number): number {
  let sum = 0
  let count = 0
  for (let value = Math.max(0, mode - 64); value <= mode; value++) {
    sum += (histogram[value] ?? 0) * (mode - value)
    count += histogram[value] ?? 0
  }
  return count ? (1.25 * sum) / count : 0
}

function quantile(histogram: Uint32Array, wanted: number): number {
  let seen = 0
  for (const [value, count] of histogram.entries()) {
    seen += count
    if (seen >= wanted) return value
  }
  return 255
}
