import type { GreyImage } from '../pixels.ts'

const widest = 5
const coarse = { step: 0.25, dpi: 75 }
const fine = { step: 0.02, dpi: 150 }

/**
 * The skew of the page's lines in degrees, clockwise positive, within ±5: the angle at which rows of
 * pixels are most unlike one another, because ink and the white between lines fall into different rows.
 */
export function findSkew(image: GreyImage): number {
  const rough = sharpest(inkPoints(image, coarse.dpi), {
    from: -widest,
    to: widest,
    step: coarse.step,
  })
  const near = { from: rough - coarse.step, to: rough + coarse.step, step: fine.step }
  return sharpest(inkPoints(image, fine.dpi), near)
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

function sharpest(points: Points, range: { from: number; to: number; step: number }): number {
  let best = 0
  let bestScore = -1
  const steps = Math.round((range.to - range.from) / range.step)
  for (let n = 0; n <= steps; n++) {
    const angle = range.from + n * range.step
    const score = rowContrast(points, angle)
    if (score > bestScore) {
      best = angle
      bestScore = score
    }
  }
  return bestScore > 0 ? best : 0
}

function rowContrast({ x, y, width, height }: Points, angle: number): number {
  const slope = Math.tan((angle * Math.PI) / 180)
  const margin = Math.ceil(Math.abs(slope) * width) + 1
  const rows = new Float64Array(height + 2 * margin)
  for (let n = 0; n < x.length; n++) {
    const row = Math.round((y[n] ?? 0) - (x[n] ?? 0) * slope) + margin
    rows[row] = (rows[row] ?? 0) + 1
  }
  let score = 0
  for (let row = 1; row < rows.length; row++) {
    const step = (rows[row] ?? 0) - (rows[row - 1] ?? 0)
    score += step * step
  }
  return score
}
