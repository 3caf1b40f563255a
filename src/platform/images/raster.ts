import { readFileSync } from 'node:fs'
import sharp, { type Metadata, type Sharp } from 'sharp'
import { Refusal } from '#kernel'
import { limits } from './limits.ts'
import type { Scan } from './open-scan.ts'
import type { Colour, ImageKind, PageFacts } from './page.ts'
import { refusals } from './refusals.ts'
import { readResolution } from './resolution.ts'

/** Opens TIFF, JPEG or PNG. The header is checked against the limits before pixels are allocated. */
export async function openRaster(path: string, kind: Exclude<ImageKind, 'pdf'>): Promise<Scan> {
  const bytes = readFileSync(path)
  const first = await readMetadata(bytes, 0)
  if (first.format !== kind) throw new Refusal(refusals.image_type_unknown)
  const pageCount = first.pages ?? 1
  let filePixels = 0
  for (let index = 0; index < Math.min(pageCount, limits.file_pages_max); index += 1) {
    const page = index === 0 ? first : await readMetadata(bytes, index)
    checkPage(page, index, bytes.length)
    filePixels += page.width * page.height
  }
  if (filePixels > limits.file_pixels_max) {
    throw new Refusal(refusals.image_too_many_pixels, { pixels: filePixels })
  }

  return {
    kind,
    pageCount,
    facts: async (index) => toFacts(await readMetadata(bytes, index), bytes, index),
    pixels: async (index) => openPage(bytes, index).autoOrient(),
    text: () => null,
    close() {},
  }
}

// `failOn: warning`: a warning of these decoders means that part of the page is lost.
function openPage(bytes: Uint8Array, page: number): Sharp {
  const limitInputPixels = limits.page_pixels_max
  return sharp(bytes, { page, pages: 1, limitInputPixels, failOn: 'warning', ignoreIcc: true })
}

async function readMetadata(bytes: Uint8Array, index: number): Promise<Metadata> {
  try {
    return await openPage(bytes, index).metadata()
  } catch (thrown) {
    throw refuseDecoderError(thrown, index)
  }
}

function checkPage(page: Metadata, index: number, fileBytes: number): void {
  const pixels = page.width * page.height
  if (pixels > limits.page_pixels_max) {
    throw new Refusal(refusals.image_too_many_pixels, { page: index + 1, pixels })
  }
  const decodedBytes = (pixels * bitsOf(page)) / 8
  if (pixels > limits.ratio_free_pixels_max && decodedBytes / fileBytes > limits.ratio_max) {
    throw new Refusal(refusals.image_bomb, { page: index + 1, decodedBytes, fileBytes })
  }
}

function toFacts(page: Metadata, bytes: Uint8Array, index: number): PageFacts {
  const { width, height } = page.autoOrient
  const dpi = readResolution(bytes, index) ?? fallbackDensity(page)
  return { pixels: [width, height], dpi, bits: bitsOf(page), colour: colourOf(page) }
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
