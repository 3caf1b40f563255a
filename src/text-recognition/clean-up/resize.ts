import sharp from 'sharp'
import type { GreyImage } from '../pixels.ts'

// A tenth more or less is not worth the blur of resampling.
const near = 1.1

/**
 * The image at `dpi`. Finer ones read no better and slower; coarser ones are enlarged, since the engine
 * loses marks and thin strokes of letters under twenty pixels: at 100 dpi every fourth letter, at 120
 * every twentieth, of which enlarging saves nine in ten.
 */
export async function resizeTo(image: GreyImage, dpi: number): Promise<GreyImage> {
  if (image.dpi <= dpi * near && image.dpi >= dpi / near) return image
  const width = Math.max(1, Math.round((image.width * dpi) / image.dpi))
  const height = Math.max(1, Math.round((image.height * dpi) / image.dpi))
  const { data } = await sharp(image.data, {
    raw: { width: image.width, height: image.height, channels: 1 },
  })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width, height, dpi }
}
