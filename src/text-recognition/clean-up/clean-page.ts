import { inkLevel, measureTurn } from '#platform/images'
import type { GreyImage, PagePixels } from '../pixels.ts'
import { dropColour } from './drop-colour.ts'
import { findSkew } from './find-skew.ts'
import { flatten } from './flatten.ts'
import { removeRules } from './remove-rules.ts'
import { resizeTo } from './resize.ts'
import { smooth } from './smooth.ts'
import { type Placement, straighten } from './straighten.ts'
import { sizeUpright, turnUpright } from './turn-upright.ts'

/** The parameters of clean-up and reading; kept beside what was read, so that a page can be read again. */
export const cleanUp = { version: 3, dpi: 200, noise: 10 }

const longSideInch = { usual: 11.7, least: 4, most: 18 }

/**
 * The resolution to believe. Phones and some scanners write none, or 72: a page that would then be
 * smaller than a receipt or larger than A3 is taken for A4.
 */
export function believedDpi({ width, height, dpi }: Omit<PagePixels, 'data' | 'channels'>): number {
  const longSide = Math.max(width, height)
  const inches = longSide / dpi
  const believable = inches >= longSideInch.least && inches <= longSideInch.most
  return believable ? dpi : longSide / longSideInch.usual
}

export type CleanPage = { image: GreyImage; placement: Placement; colourDropped: boolean }

/** Makes a page ready to be read. What comes out is for reading only; the scan stays the master. */
export async function cleanPage(page: PagePixels): Promise<CleanPage> {
  const { image: grey, dropped } = dropColour({ ...page, dpi: believedDpi(page) })
  const sized = await resizeTo(grey, cleanUp.dpi)
  const { image: even, noise } = flatten(sized)
  const lying = noise > cleanUp.noise ? await smooth(even) : even
  const turnedDegrees = measureTurn(lying, inkLevel) ?? 0
  const quiet = turnUpright(lying, turnedDegrees)
  const skewDegrees = findSkew(quiet)
  const image = straighten(quiet, skewDegrees)
  removeRules(image)
  return {
    image,
    colourDropped: dropped,
    placement: {
      scale: sized.width / page.width,
      turnedDegrees,
      skewDegrees,
      cleaned: { width: image.width, height: image.height },
      scanned: sizeUpright(page, turnedDegrees),
    },
  }
}
