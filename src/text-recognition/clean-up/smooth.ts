import sharp from 'sharp'
import type { GreyImage } from '../pixels.ts'

/** The middle of the nine pixels around each: takes grain away and keeps edges. */
export async function smooth(image: GreyImage): Promise<GreyImage> {
  const { width, height } = image
  const data = await sharp(image.data, { raw: { width, height, channels: 1 } })
    .median(3)
    .toColourspace('b-w')
    .raw()
    .toBuffer()
  return { ...image, data }
}
