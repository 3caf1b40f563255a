import { limits } from './limits.ts'
import type { Scan } from './open-scan.ts'
import type { PageFacts } from './page.ts'
import { refuseDecoderError } from './raster.ts'

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

function measuringScale({ pixels: [width, height], dpi }: PageFacts): number {
  const byDpi = dpi === null ? measuringSide / Math.max(width, height) : measuringDpi / dpi
  const byMemory = Math.sqrt(measuringPixelsMax / (width * height))
  return Math.min(1, byDpi, byMemory)
}

/** The finest copy on which codes are looked for when the coarse one was not enough. */
export function fineScale({ pixels: [width, height] }: PageFacts): number {
  return Math.min(1, Math.sqrt(limits.code_pixels_max / (width * height)))
}
