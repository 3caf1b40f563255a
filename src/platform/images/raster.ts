import { readFileSync } from 'node:fs'
import sharp, { type Metadata, type Sharp } from 'sharp'
import { Refusal } from '#kernel'
import { limits } from './limits.ts'
import type { Colour, ImageKind, PageFacts } from './page.ts'
import { refusals } from './refusals.ts'
import { readResolution } from './resolution.ts'
import type { Scan } from './scan.ts'
import { readTiffDirectories } from './tiff-directories.ts'

/** Opens TIFF, JPEG or PNG. The header is checked against the limits before pixels are allocated. */
export async function openRaster(path: string, kind: Exclude<ImageKind, 'pdf'>): Promise<Scan> {
  const bytes = readFileSync(path)
  const first = await readMetadata(bytes, 0)
  if (first.format !== kind) throw new Refusal(refusals.image_type_unknown)
  if (kind === 'jpeg') requireEndMarker(bytes, 0)
  const pageCount = first.pages ?? 1
  const sizes = kind === 'tiff' ? tiffSizes(bytes, pageCount) : [sizeOf(first)]
  sizes.forEach((size, index) => {
    checkSize(size, index, bytes.length)
  })
  const pixels = sizes.reduce((sum, { width, height }) => sum + width * height, 0)
  if (pixels > limits.file_pixels_max) throw new Refusal(refusals.image_too_many_pixels, { pixels })

  return {
    kind,
    pageCount,
    facts: async (index) => toFacts(await readMetadata(bytes, index), bytes, index),
    pixels: async (index) => openPage(bytes, index).autoOrient(),
    async checkPictures() {},
    text: () => null,
    close() {},
  }
}

// `failOn: warning`: a warning of these decoders means that part of the page is lost.
function openPage(bytes: Uint8Array, page: number): Sharp {
  const limitInputPixels = limits.page_pixels_max
  return sharp(bytes, { page, pages: 1, limitInputPixels, failOn: 'warning', ignoreIcc: true })
}

/** Decodes every row and keeps nothing but the verdict. */
export async function decodeJpegToEnd(bytes: Uint8Array, index: number): Promise<void> {
  requireEndMarker(bytes, index)
  try {
    await openPage(bytes, 0).resize(16, 16, { fit: 'fill', kernel: 'nearest' }).raw().toBuffer()
  } catch (thrown) {
    throw refuseDecoderError(thrown, index)
  }
}

/**
 * The decoder is content once all rows are filled, and zeros fill rows too: a file whose tail was
 * never written looks whole, but has no end marker behind its start of scan.
 */
function requireEndMarker(bytes: Uint8Array, index: number): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = buffer.lastIndexOf(Buffer.of(0xff, 0xd9))
  if (end > buffer.indexOf(Buffer.of(0xff, 0xda))) return
  throw new Refusal(refusals.image_undecodable, { page: index + 1, because: 'no end marker' })
}

async function readMetadata(bytes: Uint8Array, index: number): Promise<Metadata> {
  try {
    return await openPage(bytes, index).metadata()
  } catch (thrown) {
    throw refuseDecoderError(thrown, index)
  }
}

type PageSize = { width: number; height: number; bits: number }

function sizeOf(page: Metadata): PageSize {
  return { width: page.width, height: page.height, bits: bitsOf(page) }
}

/** From one walk over the directories: asking the decoder for each of 500 pages took seconds. */
function tiffSizes(bytes: Uint8Array, pageCount: number): PageSize[] {
  if (pageCount > limits.file_pages_max) {
    throw new Refusal(refusals.image_too_many_pages, { pages: pageCount })
  }
  const sizes = readTiffDirectories(bytes, limits.file_pages_max)
  if (sizes?.length !== pageCount) {
    throw new Refusal(refusals.image_undecodable, { because: 'TIFF directories' })
  }
  return sizes
}

function checkSize({ width, height, bits }: PageSize, index: number, fileBytes: number): void {
  const pixels = width * height
  if (pixels > limits.page_pixels_max) {
    throw new Refusal(refusals.image_too_many_pixels, { page: index + 1, pixels })
  }
  const decodedBytes = (pixels * bits) / 8
  if (pixels > limits.ratio_free_pixels_max && decodedBytes / fileBytes > limits.ratio_max) {
    throw new Refusal(refusals.image_bomb, { page: index + 1, decodedBytes, fileBytes })
  }
}

function toFacts(page: Metadata, bytes: Uint8Array, index: number): PageFacts {
  const { width, height } = page.autoOrient
  const dpi = readResolution(bytes, index) ?? fallbackDensity(page)
  const [bits, colour] = [bitsOf(page), colourOf(page)]
  return { pixels: [width, height], dpi, bits, colour, bornDigital: false }
}

// Without a unit sharp reports 72, which is nobody's measurement.
function fallbackDensity(page: Metadata): number | null {
  return page.resolutionUnit && page.density ? page.density : null
}

function bitsOf(page: Metadata): number {
  const perSample = page.bitsPerSample ?? depthBits[page.depth] ?? 8
  if (page.isPalette) return perSample
  return perSample * (page.channels - (page.hasAlpha ? 1 : 0))
}

const depthBits: Partial<Record<string, number>> = { uchar: 8, ushort: 16, float: 32 }

function colourOf(page: Metadata): Colour {
  const bits = bitsOf(page)
  if (bits === 1) return 'bitonal'
  return page.channels - (page.hasAlpha ? 1 : 0) === 1 ? 'grey' : 'colour'
}

/** A decoder's complaint as a refusal. Its text goes along: it names no content, only structure. */
export function refuseDecoderError(thrown: unknown, index: number): Refusal {
  if (thrown instanceof Refusal) return thrown
  const because = thrown instanceof Error ? (thrown.message.split('\n')[0] ?? '') : String(thrown)
  if (/pixel limit|too many pixels|dimensions? (is|are) too large/i.test(because)) {
    return new Refusal(refusals.image_too_many_pixels, { page: index + 1 })
  }
  return new Refusal(refusals.image_undecodable, { page: index + 1, because })
}
