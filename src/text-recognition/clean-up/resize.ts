import sharp from 'sharp'
import type { GreyImage } from '../pixels.ts'

/** The image at `dpi`, never enlarged: letters gain nothing from it and reading gets slower. */
export async function shrinkTo(image: GreyImage, dpi: number): Promise<GreyImage> {
  // A tenth more is not worth the blur of resampling.
  if (image.dpi <= dpi * 1.1) return image
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
