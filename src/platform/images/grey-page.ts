import { limits } from './limits.ts'
import type { PageFacts } from './page.ts'
import { refuseDecoderError } from './raster.ts'
import type { Scan } from './scan.ts'

/** A coarse grey copy, good enough to measure and to find codes on. */
export type GreyPage = { data: Uint8Array; width: number; height: number }

const measuringDpi = 150
/** The long side of A4 at 150 dpi, for pages that do not say their resolution. */
const measuringSide = 1_754
const measuringPixelsMax = 8_000_000

/** Decodes the whole page, and keeps a grey copy of about 150 dpi. */
export async function readGreyPage(scan: Scan, index: number, facts: PageFacts): Promise<GreyPage> {
  return decodeGrey(scan, { index, facts, scale: measuringScale(facts) })
}

type Wanted = { index: number; facts: PageFacts; scale: number }

export async function decodeGrey(scan: Scan, { index, facts, scale }: Wanted): Promise<GreyPage> {
  const width = Math.max(1, Math.round(facts.pixels[0] * scale))
  const height = Math.max(1, Math.round(facts.pixels[1] * scale))
  // A born-digital page has its pixels by our own choice of resolution.
  const pixels = await scan.pixels(index, (facts.dpi ?? 300) * scale)
  try {
    const { data, info } = await pixels
      .flatten({ background: '#ffffff' })
      .resize(width, height, { fit: 'fill', kernel: 'linear' })
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true })
    return { data, width: info.width, height: info.height }
  } catch (thrown) {
    throw refuseDecoderError(thrown, index)
  }
}

/** Sides of paper that an office scans, in inches; a file that says otherwise is not believed. */
const paperInch = { least: 4, usual: 11.7, most: 18 }
const bandInch = 0.8

type Banded = { index: number; facts: PageFacts; page: GreyPage }

/** The darkest band of the page, over its full width, in the resolution that the file has. */
export async function readBand(
  scan: Scan,
  { index, facts, page }: Banded,
): Promise<{ band: GreyPage; bandDpi: number }> {
  const [width, height] = facts.pixels
  const bandDpi = believedDpi(facts)
  const rows = Math.min(height, Math.round(bandInch * bandDpi))
  const top = Math.floor(darkestBand(page, rows / height) * (height - rows))
  const pixels = await scan.pixels(index, facts.dpi ?? undefined)
  try {
    const { data, info } = await pixels
      .extract({ left: 0, top, width, height: rows })
      .flatten({ background: '#ffffff' })
      .toColourspace('b-w')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    return { band: { data, width: info.width, height: info.height }, bandDpi }
  } catch (thrown) {
    throw refuseDecoderError(thrown, index)
  }
}

function believedDpi({ pixels, dpi }: PageFacts): number {
  const longSide = Math.max(...pixels)
  const inches = dpi === null ? 0 : longSide / dpi
  const believable = dpi !== null && inches >= paperInch.least && inches <= paperInch.most
  return believable ? dpi : longSide / paperInch.usual
}

/** Where the darkest band of a `share` of the height begins: 0 at the top, 1 at the lowest place. */
function darkestBand({ data, width, height }: GreyPage, share: number): number {
  const rows = Math.max(1, Math.round(height * share))
  const light = new Float64Array(height)
  for (let at = 0; at < data.length; at += 1) {
    const y = Math.floor(at / width)
    light[y] = (light[y] ?? 0) + (data[at] ?? 0)
  }
  let sum = light.subarray(0, rows).reduce((total, value) => total + value, 0)
  let least = sum
  let best = 0
  for (let top = 1; top + rows <= height; top += 1) {
    sum += (light[top + rows - 1] ?? 0) - (light[top - 1] ?? 0)
    if (sum >= least) continue
    least = sum
    best = top
  }
  return height === rows ? 0 : best / (height - rows)
}

function measuringScale({ pixels: [width, height], dpi }: PageFacts): number {
  const byDpi = dpi === null ? measuringSide / Math.max(width, height) : measuringDpi / dpi
  const byMemory = Math.sqrt(measuringPixelsMax / (width * height))
  return Math.min(1, byDpi, byMemory)
}

/** The finest copy on which codes are looked for when the coarse one was not enough. */
export function fineScale({ pixels: [width, height] }: PageFacts): number {
  return Math.min(1, Math.sqrt(limits.code_pixels_max / (width * height)))
}
