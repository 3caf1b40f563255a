import type { GreyImage } from '../pixels.ts'

const widest = 5
const gridDpi = 100
const coarse = { step: 0.25, every: 5 }
const alike = 0.985
const fine = { step: 0.02, every: 1 }

/**
 * The skew of the page's lines in degrees, clockwise positive, within ±5: the angle at which rows of
 * pixels are most unlike one another, because ink and the white between lines fall into different rows.
 */
export function findSkew(image: GreyImage): number {
  const points = inkPoints(image, gridDpi)
  const rough = sharpest(points, { from: -widest, to: widest, ...coarse })
  return sharpest(points, { from: rough - coarse.step, to: rough + coarse.step, ...fine })
}

type Points = { x: Int32Array; y: Int32Array; width: number; height: number }

/** Where ink is, on a grid of about `dpi`: a cell is ink when the mean of its pixels is dark. */
function inkPoints(image: GreyImage, dpi: number): Points {
  const cell = Math.max(1, Math.round(image.dpi / dpi))
  const width = Math.floor(image.width / cell)
  const height = Math.floor(image.height / cell)
  const xs: number[] = []
  const ys: number[] = []
  const sums = new Uint32Array(width)
  const dark = 160 * cell * cell
  for (let y = 0; y < height; y++) {
    sums.fill(0)
    for (let row = y * cell; row < (y + 1) * cell; row++) addRow(sums, { image, row, cell })
    for (let x = 0; x < width; x++) {
      if ((sums[x] ?? 0) >= dark) continue
      xs.push(x)
      ys.push(y)
    }
  }
  return { x: Int32Array.from(xs), y: Int32Array.from(ys), width, height }
}

function addRow(sums: Uint32Array, at: { image: GreyImage; row: number; cell: number }): void {
  const { data, width } = at.image
  const start = at.row * width
  for (let x = 0, from = start; x < sums.length; x++) {
    let sum = 0
    for (let n = 0; n < at.cell; n++) sum += data[from++] ?? 0
    sums[x] = (sums[x] ?? 0) + sum
  }
}

type Search = { from: number; to: number; step: number; every: number }

function sharpest(points: Points, { from, to, step, every }: Search): number {
  const steps = Math.round((to - from) / step)
  const scores = Array.from({ length: steps + 1 }, (_, n) =>
    rowContrast(points, from + n * step, every),
  )
  const best = Math.max(...scores)
  if (best === 0) return 0
  // Angles too near for the grid to tell apart score alike: the middle of them is the angle.
  const top = scores.indexOf(best)
  let first = top
  let last = top
  while ((scores[first - 1] ?? 0) >= best * alike) first--
  while ((scores[last + 1] ?? 0) >= best * alike) last++
  return from + ((first + last) / 2) * step
}

function rowContrast({ x, y, width, height }: Points, angle: number, every: number): number {
  const slope = Math.tan((angle * Math.PI) / 180)
  const margin = Math.ceil(Math.abs(slope) * width) + 1
  const rows = new Int32Array(height + 2 * margin)
  for (let n = 0; n < x.length; n += every) {
    const row = ((y[n] ?? 0) - (x[n] ?? 0) * slope + margin + 0.5) | 0
    rows[row] = (rows[row] ?? 0) + 1
  }
  let score = 0
  for (let row = 1; row < rows.length; row++) {
    const step = (rows[row] ?? 0) - (rows[row - 1] ?? 0)
    score += step * step
  }
  return score
}
