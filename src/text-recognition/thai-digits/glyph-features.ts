import type { GreyImage } from '../pixels.ts'

/** One glyph cut out by its ink: 0 is ink, 255 is paper. */
export type Glyph = Omit<GreyImage, 'dpi'>

const side = 24
const cells = 5
const directions = 8
const tones = 8
const paper = 255

/** Numbers for one glyph: directions of strokes in 5 × 5 cells, 8 × 8 tones, width against height. */
export const featureCount = cells * cells * directions + tones * tones + 1

/**
 * What tells digits apart, whatever their size and thickness: in which direction strokes run, and
 * where. The glyph is fitted into a square; its own proportion is one of the numbers.
 */
export function glyphFeatures(glyph: Glyph): Float32Array {
  const square = fitted(glyph)
  const features = new Float32Array(featureCount)
  addDirections(features, square)
  evened(features.subarray(0, cells * cells * directions))
  addTones(features.subarray(cells * cells * directions), square)
  features[featureCount - 1] = Math.min(2, glyph.width / glyph.height)
  return features
}

/** Ink from 0 to 1 in a square, the longer side filling it but for a pixel, the shorter in the middle. */
function fitted({ data, width, height }: Glyph): Float32Array {
  const square = new Float32Array(side * side)
  const scale = (side - 2) / Math.max(width, height)
  const left = (side - width * scale) / 2
  const top = (side - height * scale) / 2
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const from = { x: (x - left) / scale, y: (y - top) / scale }
      square[y * side + x] = inkIn({ data, width, height }, from, 1 / scale)
    }
  }
  return square
}

/** Mean ink of a square of the glyph; between pixels where the glyph is smaller than the square. */
function inkIn({ data, width, height }: Glyph, from: { x: number; y: number }, reach: number) {
  let ink = 0
  let area = 0
  for (let y = Math.floor(from.y); y < from.y + reach; y++) {
    const down = Math.min(y + 1, from.y + reach) - Math.max(y, from.y)
    for (let x = Math.floor(from.x); x < from.x + reach; x++) {
      const part = down * (Math.min(x + 1, from.x + reach) - Math.max(x, from.x))
      const inside = x >= 0 && y >= 0 && x < width && y < height
      ink += part * (inside ? paper - (data[y * width + x] ?? paper) : 0)
      area += part
    }
  }
  return area > 0 ? ink / area / paper : 0
}

/** Steps of brightness by direction, each shared between the two nearest directions and four cells. */
function addDirections(features: Float32Array, square: Float32Array): void {
  for (let y = 1; y < side - 1; y++) {
    for (let x = 1; x < side - 1; x++) {
      const at = y * side + x
      const across = (square[at + 1] ?? 0) - (square[at - 1] ?? 0)
      const down = (square[at + side] ?? 0) - (square[at - side] ?? 0)
      const strength = Math.hypot(across, down)
      if (strength < 0.05) continue
      const turn = ((Math.atan2(down, across) / (2 * Math.PI) + 1) * directions) % directions
      addToCells(features, { x, y, turn, strength })
    }
  }
}

type Step = { x: number; y: number; turn: number; strength: number }

function addToCells(features: Float32Array, { x, y, turn, strength }: Step): void {
  const column = ((x + 0.5) / side) * cells - 0.5
  const row = ((y + 0.5) / side) * cells - 0.5
  const first = Math.floor(turn)
  for (const [cellX, shareX] of parts(column)) {
    for (const [cellY, shareY] of parts(row)) {
      if (cellX < 0 || cellY < 0 || cellX >= cells || cellY >= cells) continue
      const at = (cellY * cells + cellX) * directions
      const weight = strength * shareX * shareY
      const second = turn - first
      const one = at + (first % directions)
      const other = at + ((first + 1) % directions)
      features[one] = (features[one] ?? 0) + weight * (1 - second)
      features[other] = (features[other] ?? 0) + weight * second
    }
  }
}

function parts(place: number): [cell: number, share: number][] {
  const first = Math.floor(place)
  return [
    [first, first + 1 - place],
    [first + 1, place - first],
  ]
}

/** To one length, so that bold and light strokes weigh alike; the root lifts the faint ones. */
function evened(features: Float32Array): void {
  for (let at = 0; at < features.length; at++) features[at] = Math.sqrt(features[at] ?? 0)
  const length = Math.hypot(...features) / Math.sqrt(features.length)
  if (length > 0)
    for (let at = 0; at < features.length; at++) features[at] = (features[at] ?? 0) / length
}

function addTones(features: Float32Array, square: Float32Array): void {
  const step = side / tones
  for (let at = 0; at < tones * tones; at++) {
    const [left, top] = [(at % tones) * step, Math.floor(at / tones) * step]
    let sum = 0
    for (let y = top; y < top + step; y++) {
      for (let x = left; x < left + step; x++) sum += square[y * side + x] ?? 0
    }
    features[at] = sum / step / step
  }
}
