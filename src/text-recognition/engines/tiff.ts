import { assert } from '#kernel'
import type { GreyImage } from '../pixels.ts'

// Tags of TIFF 6.0 in ascending order, as the format demands.
const tag = {
  width: 256,
  height: 257,
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  stripOffsets: 273,
  rowsPerStrip: 278,
  stripByteCounts: 279,
  xResolution: 282,
  yResolution: 283,
  resolutionUnit: 296,
} as const
const short = 3
const long = 4
const rational = 5
const directoryBytes = 2 + 11 * 12 + 4
const pageHeaderBytes = directoryBytes + 8

/**
 * Packs grey images of any sizes into one uncompressed multi-page TIFF (little-endian, 8 bits), so
 * that a recogniser reads them from its standard input and no page image touches a disk.
 */
export function packTiff(images: readonly GreyImage[]): Buffer {
  const total = images.reduce((sum, image) => sum + pageHeaderBytes + evened(image.data.length), 8)
  const file = Buffer.alloc(total)
  file.write('II', 0, 'latin1')
  file.writeUInt16LE(42, 2)
  file.writeUInt32LE(8, 4)
  let at = 8
  for (const [index, image] of images.entries()) {
    at = writePage(file, { at, image, last: index === images.length - 1 })
  }
  return file
}

type PageToWrite = { at: number; image: GreyImage; last: boolean }

function writePage(file: Buffer, { at, image, last }: PageToWrite): number {
  const { data, width, height, dpi } = image
  assert(data.length === width * height, 'a grey image has one byte a pixel')
  const resolutionAt = at + directoryBytes
  const pixelsAt = resolutionAt + 8
  const next = pixelsAt + evened(data.length)
  const entries = [
    [tag.width, long, width],
    [tag.height, long, height],
    [tag.bitsPerSample, short, 8],
    [tag.compression, short, 1],
    [tag.photometric, short, 1],
    [tag.stripOffsets, long, pixelsAt],
    [tag.rowsPerStrip, long, height],
    [tag.stripByteCounts, long, data.length],
    [tag.xResolution, rational, resolutionAt],
    [tag.yResolution, rational, resolutionAt],
    [tag.resolutionUnit, short, 2],
  ] as const
  file.writeUInt16LE(entries.length, at)
  for (const [index, [name, type, value]] of entries.entries()) {
    const entry = at + 2 + index * 12
    file.writeUInt16LE(name, entry)
    file.writeUInt16LE(type, entry + 2)
    file.writeUInt32LE(1, entry + 4)
    file.writeUInt32LE(value, entry + 8)
  }
  file.writeUInt32LE(last ? 0 : next, at + 2 + entries.length * 12)
  file.writeUInt32LE(Math.round(dpi), resolutionAt)
  file.writeUInt32LE(1, resolutionAt + 4)
  file.set(data, pixelsAt)
  return next
}

/** Directories must begin on an even byte. */
function evened(length: number): number {
  return length + (length & 1)
}
