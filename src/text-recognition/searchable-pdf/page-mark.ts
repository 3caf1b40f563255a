import { deflateSync } from 'node:zlib'
import { assert } from '#kernel'
import { pdfNumber } from './pdf-writer.ts'

/** A sign that stands on every page of a copy: ink on nothing, a bit a pixel, each row begun anew. */
export type PageMark = { width: number; height: number; ink: Uint8Array }

type Grey = { data: Uint8Array; width: number; height: number; channels: 1 | 3 }
type Size = { width: number; height: number }

/** Darker than this is ink. */
const inkBelow = 128

/** The mark of a grey picture, dark on white. */
export function markOf({ data, width, height, channels }: Grey): PageMark {
  assert(channels === 1, 'a mark is made from grey')
  const rowBytes = Math.ceil(width / 8)
  // In an image mask of PDF a 0 is painted.
  const ink = new Uint8Array(rowBytes * height).fill(0xff)
  for (let row = 0; row < height; row++) {
    for (let x = 0; x < width; x++) {
      if ((data[row * width + x] ?? 255) >= inkBelow) continue
      const at = row * rowBytes + (x >> 3)
      ink[at] = (ink[at] ?? 0) & ~(0x80 >> (x & 7))
    }
  }
  return { width, height, ink }
}

/** Dictionary entries and bytes of the mark as an object of the file. */
export function markStream({ width, height, ink }: PageMark): [entries: string, bytes: Uint8Array] {
  const entries =
    `/Type /XObject /Subtype /Image /ImageMask true /Width ${width} /Height ${height} ` +
    '/BitsPerComponent 1 /Filter /FlateDecode'
  return [entries, deflateSync(ink)]
}

/** How strongly the mark across the page shows: the words under it stay readable, and it survives a copier. */
export const acrossState = '<< /Type /ExtGState /ca 0.22 >>'

const acrossShare = 0.86
const foot = { share: 0.62, points_wide_max: 420, above: 6, padding: 2 }

/**
 * Draws the mark `/M` twice: faint from corner to corner, where nobody cuts it off without cutting the
 * page, and small at the foot on white, where it can be read.
 */
export function drawMark(mark: Size, page: Size): string {
  const angle = Math.atan2(page.height, page.width)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const long = Math.hypot(page.width, page.height) * acrossShare
  const high = (long * mark.height) / mark.width
  const across = [
    ...[cos * long, sin * long, -sin * high, cos * high],
    page.width / 2 - (cos * long - sin * high) / 2,
    page.height / 2 - (sin * long + cos * high) / 2,
  ]
  const wide = Math.min(foot.points_wide_max, page.width * foot.share)
  const tall = (wide * mark.height) / mark.width
  const left = (page.width - wide) / 2
  const { above, padding } = foot
  const sheet = [left - padding, above - padding, wide + 2 * padding, tall + 2 * padding]
  return [
    `q /A gs 0.35 g ${across.map(pdfNumber).join(' ')} cm /M Do Q`,
    `q 1 g ${sheet.map(pdfNumber).join(' ')} re f Q`,
    `q 0.15 g ${[wide, 0, 0, tall, left, above].map(pdfNumber).join(' ')} cm /M Do Q`,
    '',
  ].join('\n')
}
