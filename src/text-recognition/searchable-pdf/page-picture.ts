import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import { type BlobStore, blobKey } from '#platform/blobs'
import type { Images, RawPage } from '#platform/images'
import { readJpegHeader } from './jpeg-header.ts'

const pack = promisify(deflate)

/** A page image as a PDF holds it. */
export type PagePicture = {
  /** As stored in the PDF, before it is turned upright. */
  width: number
  height: number
  colours: 'DeviceGray' | 'DeviceRGB'
  bits: 1 | 8
  filter: 'DCTDecode' | 'FlateDecode'
  /** Of Exif: 1 upright, 6 and 8 lie on their side. */
  orientation: number
  bytes: Uint8Array
}

export type PictureSources = { store: BlobStore; images: Images }
export type StoredPicture = { sha256: string; pageIndex: number; mediaType: string }

/**
 * The image of a page: a JPEG as it lies in the store, byte for byte; all else decoded in the sandbox and
 * packed without loss, in one bit, grey or colour, whichever holds it.
 */
export async function pagePicture(
  { store, images }: PictureSources,
  page: StoredPicture,
): Promise<PagePicture> {
  const key = blobKey(page.sha256)
  if (page.mediaType === 'image/jpeg') {
    const bytes = await store.read(key)
    const header = bytes === null ? null : readJpegHeader(bytes)
    if (bytes !== null && header !== null) return asItIs(bytes, header)
  }
  const raw = await images.decodePage(await store.path(key), page.pageIndex, { colour: true })
  return await packed(raw)
}

function asItIs(
  bytes: Uint8Array,
  { channels, ...header }: NonNullable<ReturnType<typeof readJpegHeader>>,
): PagePicture {
  const colours = channels === 1 ? 'DeviceGray' : 'DeviceRGB'
  return { ...header, colours, bits: 8, filter: 'DCTDecode', bytes }
}

async function packed(raw: RawPage): Promise<PagePicture> {
  const { width, height } = raw
  const grey = inGrey(raw)
  const bilevel = grey?.every((value) => value === 0 || value === 255) ?? false
  const samples = grey === null ? raw.data : bilevel ? inBits(grey, width) : grey
  return {
    width,
    height,
    colours: grey === null ? 'DeviceRGB' : 'DeviceGray',
    bits: bilevel ? 1 : 8,
    filter: 'FlateDecode',
    orientation: 1,
    bytes: await pack(samples),
  }
}

/** One sample a pixel, or null when some pixel has a colour. */
function inGrey({ data, channels }: RawPage): Uint8Array | null {
  if (channels === 1) return data
  const grey = new Uint8Array(data.length / 3)
  for (let pixel = 0, at = 0; pixel < grey.length; pixel++, at += 3) {
    const value = data[at] ?? 0
    if (data[at + 1] !== value || data[at + 2] !== value) return null
    grey[pixel] = value
  }
  return grey
}

/** Eight pixels a byte, each row begun anew; 1 is white. */
function inBits(grey: Uint8Array, width: number): Uint8Array {
  const rowBytes = Math.ceil(width / 8)
  const rows = grey.length / width
  const out = new Uint8Array(rowBytes * rows)
  for (let row = 0; row < rows; row++) {
    for (let x = 0; x < width; x++) {
      if (grey[row * width + x] === 0) continue
      const at = row * rowBytes + (x >> 3)
      out[at] = (out[at] ?? 0) | (0x80 >> (x & 7))
    }
  }
  return out
}
