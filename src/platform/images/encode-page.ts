import sharp from 'sharp'
import type { RawPage } from './page.ts'

export type EncodedPage = { bytes: Uint8Array; mediaType: 'image/png' | 'image/jpeg' }

/** Of the usual scanner: what was a scan stays as sharp as one. */
const quality = 92

/** Pixels that we made ourselves as a file: without loss in black and white, else as a JPEG. */
export async function encodePage(page: RawPage): Promise<EncodedPage> {
  const { data, width, height, channels } = page
  const raw = sharp(data, { raw: { width, height, channels } })
  if (data.every((value) => value === 0 || value === 255) && isGrey(page)) {
    const bytes = await raw.toColourspace('b-w').png({ palette: true, colours: 2 }).toBuffer()
    return { bytes, mediaType: 'image/png' }
  }
  const bytes = await raw.jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer()
  return { bytes, mediaType: 'image/jpeg' }
}

function isGrey({ data, channels }: RawPage): boolean {
  if (channels === 1) return true
  for (let at = 0; at < data.length; at += 3) {
    if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) return false
  }
  return true
}
