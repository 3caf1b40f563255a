import type { Turn } from '#platform/images'
import type { GreyImage, PixelBox } from '../pixels.ts'
import { toLying } from './turn-upright.ts'

/** How a cleaned page lies on the page as scanned: enough to carry a box back. */
export type Placement = {
  /** Pixels of the cleaned page for one pixel of the scanned page. */
  scale: number
  /** How far the page lies turned clockwise; it is cleaned upright. */
  turnedDegrees: Turn
  skewDegrees: number
  cleaned: { width: number; height: number }
  /** The scanned page stood upright. */
  scanned: { width: number; height: number }
}

/** Turns the page by `-skewDegrees` about its middle, on a sheet large enough to keep its corners. */
export function straighten(image: GreyImage, skewDegrees: number): GreyImage {
  if (skewDegrees === 0) return image
  const angle = (skewDegrees * Math.PI) / 180
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  const width = Math.ceil(image.width * cos + image.height * Math.abs(sin))
  const height = Math.ceil(image.height * cos + image.width * Math.abs(sin))
  const data = new Uint8Array(width * height).fill(255)
  for (let y = 0; y < height; y++) {
    const fromMiddle = y + 0.5 - height / 2
    turnRow(image, data.subarray(y * width, (y + 1) * width), {
      x: -(width / 2 - 0.5) * cos - fromMiddle * sin + image.width / 2 - 0.5,
      y: -(width / 2 - 0.5) * sin + fromMiddle * cos + image.height / 2 - 0.5,
      cos,
      sin,
    })
  }
  return { data, width, height, dpi: image.dpi }
}

type Walk = { x: number; y: number; cos: number; sin: number }

/** One row of the turned page, read along a slanted line, between four neighbours (16.16 fixed point). */
function turnRow({ data, width, height }: GreyImage, row: Uint8Array, walk: Walk): void {
  let x = Math.round(walk.x * 65536)
  let y = Math.round(walk.y * 65536)
  const stepX = Math.round(walk.cos * 65536)
  const stepY = Math.round(walk.sin * 65536)
  for (let n = 0; n < row.length; n++, x += stepX, y += stepY) {
    const left = x >> 16
    const top = y >> 16
    if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue
    const at = top * width + left
    const right = (x >> 8) & 255
    const down = (y >> 8) & 255
    const upper = (data[at] ?? 0) * (256 - right) + (data[at + 1] ?? 0) * right
    const lower = (data[at + width] ?? 0) * (256 - right) + (data[at + width + 1] ?? 0) * right
    row[n] = (upper * (256 - down) + lower * down) >> 16
  }
}

/** A box of the cleaned page as the upright box around it on the scanned page, in fractions of it. */
export function toScanned(placement: Placement, [x, y, width, height]: PixelBox): PixelBox {
  const corners = [
    toScannedPoint(placement, x, y),
    toScannedPoint(placement, x + width, y),
    toScannedPoint(placement, x, y + height),
    toScannedPoint(placement, x + width, y + height),
  ]
  const left = within(Math.min(...corners.map(([cornerX]) => cornerX)))
  const top = within(Math.min(...corners.map(([, cornerY]) => cornerY)))
  const right = within(Math.max(...corners.map(([cornerX]) => cornerX)))
  const bottom = within(Math.max(...corners.map(([, cornerY]) => cornerY)))
  return [left, top, right - left, bottom - top]
}

function toScannedPoint(placement: Placement, x: number, y: number): [number, number] {
  const { scale, turnedDegrees, skewDegrees, cleaned, scanned } = placement
  const angle = (skewDegrees * Math.PI) / 180
  const fromMiddleX = (x - cleaned.width / 2) / scale
  const fromMiddleY = (y - cleaned.height / 2) / scale
  const upright = [
    (fromMiddleX * Math.cos(angle) - fromMiddleY * Math.sin(angle)) / scanned.width + 0.5,
    (fromMiddleX * Math.sin(angle) + fromMiddleY * Math.cos(angle)) / scanned.height + 0.5,
  ] as const
  return toLying(upright, turnedDegrees)
}

function within(fraction: number): number {
  return Math.min(1, Math.max(0, fraction))
}
