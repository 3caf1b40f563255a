import { Refusal } from '#kernel'
import { limits } from './limits.ts'
import type { Colour } from './page.ts'
import { type PdfPage, viewOf, withMemory } from './pdfium.ts'
import { refusals } from './refusals.ts'

export type PdfImage = { dpi: number; bits: number; colour: Colour; pixels: number }

type Placed = PdfImage & { area: number; object: number }
type Matrix = readonly [number, number, number, number, number, number]

const imageObject = 3
const formObject = 5
const formDepthMax = 8
/** Share of the page that pictures cover before it counts as a scan and not as born digital. */
const coverShare = 0.8
const pointsPerInch = 72
const indexedSpace = 10
/** Filter names are short: the longest has 15 letters. */
const filterBytes = 64
const identity: Matrix = [1, 0, 0, 1, 0, 0]

/**
 * The picture that makes up a scanned page: the one with the most pixels, if pictures cover most of
 * the page (scanners cut pages into strips or layers). Null for a born-digital page.
 */
export function findDominantImage(page: PdfPage): PdfImage | null {
  const placed = findPictures(page)
  const covered = placed.reduce((sum, image) => sum + image.area, 0)
  if (covered < coverShare * page.size.width * page.size.height) return null
  return placed.reduce((most, image) => (image.pixels > most.pixels ? image : most))
}

/**
 * PDFium draws what it can of a damaged picture and says nothing. So JPEG pictures are handed out to
 * a strict decoder, and of the others PDFium must at least make a bitmap.
 */
export function takePictures(page: PdfPage): Uint8Array[] {
  const jpegs: Uint8Array[] = []
  for (const { object } of findPictures(page)) {
    const jpeg = readJpeg(page, object)
    if (jpeg) jpegs.push(jpeg)
    else requireBitmap(page, object)
  }
  return jpegs
}

function readJpeg({ pdfium }: PdfPage, object: number): Uint8Array | null {
  if (pdfium._FPDFImageObj_GetImageFilterCount(object) !== 1) return null
  const isJpeg = withMemory(pdfium, filterBytes, (at) => {
    const bytes = pdfium._FPDFImageObj_GetImageFilter(object, 0, at, filterBytes)
    if (bytes > filterBytes) return false
    const name = Buffer.from(pdfium.HEAPU8.subarray(at, at + Math.max(0, bytes - 1))).toString()
    return name === 'DCTDecode' || name === 'DCT'
  })
  if (!isJpeg) return null
  const length = pdfium._FPDFImageObj_GetImageDataRaw(object, 0, 0)
  return withMemory(pdfium, Math.max(1, length), (at) => {
    pdfium._FPDFImageObj_GetImageDataRaw(object, at, length)
    return pdfium.HEAPU8.slice(at, at + length)
  })
}

function requireBitmap({ pdfium }: PdfPage, object: number): void {
  const bitmap = pdfium._FPDFImageObj_GetBitmap(object)
  if (bitmap === 0) throw new Refusal(refusals.image_undecodable, { because: 'a picture' })
  pdfium._FPDFBitmap_Destroy(bitmap)
}

function findPictures(page: PdfPage): Placed[] {
  const placed: Placed[] = []
  const count = page.pdfium._FPDFPage_CountObjects(page.handle)
  const budget = { objects: limits.page_objects_max }
  for (let n = 0; n < count; n += 1) {
    const object = page.pdfium._FPDFPage_GetObject(page.handle, n)
    collect(page, { object, matrix: identity, depth: 0 }, { placed, budget })
  }
  return placed
}

type Visit = { object: number; matrix: Matrix; depth: number }
type Found = { placed: Placed[]; budget: { objects: number } }

function collect(page: PdfPage, { object, matrix, depth }: Visit, found: Found): void {
  const { pdfium } = page
  found.budget.objects -= 1
  if (found.budget.objects < 0) throw new Refusal(refusals.image_bomb)
  const type = pdfium._FPDFPageObj_GetType(object)
  if (type === imageObject) {
    const image = readImage(page, object, multiply(readMatrix(page, object), matrix))
    if (image) found.placed.push(image)
  }
  if (type !== formObject || depth >= formDepthMax) return
  const inner = multiply(readMatrix(page, object), matrix)
  const count = pdfium._FPDFFormObj_CountObjects(object)
  for (let n = 0; n < count; n += 1) {
    const child = pdfium._FPDFFormObj_GetObject(object, n)
    collect(page, { object: child, matrix: inner, depth: depth + 1 }, found)
  }
}

function readMatrix({ pdfium }: PdfPage, object: number): Matrix {
  return withMemory(pdfium, 24, (at) => {
    if (!pdfium._FPDFPageObj_GetMatrix(object, at)) return identity
    const view = viewOf(pdfium, at, 24)
    const [a, b, c, d, e, f] = [0, 4, 8, 12, 16, 20].map((offset) => view.getFloat32(offset, true))
    return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0]
  })
}

/** `inner` first, then `outer`: row vectors, as PDF writes its matrices. */
function multiply(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner
  const [g, h, i, j, k, l] = outer
  return [
    a * g + b * i,
    a * h + b * j,
    c * g + d * i,
    c * h + d * j,
    e * g + f * i + k,
    e * h + f * j + l,
  ]
}

function readImage(page: PdfPage, object: number, matrix: Matrix): Placed | null {
  const { pdfium, handle } = page
  const [a, b, c, d] = matrix
  const width = Math.hypot(a, b)
  const height = Math.hypot(c, d)
  return withMemory(pdfium, 64, (at) => {
    if (!pdfium._FPDFImageObj_GetImagePixelSize(object, at, at + 4)) return null
    const size = viewOf(pdfium, at, 8)
    const columns = size.getUint32(0, true)
    const rows = size.getUint32(4, true)
    const pixels = columns * rows
    if (pixels > limits.page_pixels_max) {
      throw new Refusal(refusals.image_too_many_pixels, { pixels })
    }
    if (!(width > 0) || !(height > 0) || pixels === 0) return null
    // The metadata call opens the picture's own decoder, so it comes after the check of its size.
    if (!pdfium._FPDFImageObj_GetImageMetadata(object, handle, at)) return null
    const view = viewOf(pdfium, at, 28)
    const bits = view.getUint32(16, true)
    const dpi = Math.round(Math.min(columns / width, rows / height) * pointsPerInch)
    const colour = colourOf(bits, view.getInt32(20, true))
    return { dpi, bits, colour, pixels, area: width * height, object }
  })
}

function colourOf(bits: number, space: number): Colour {
  if (bits === 1) return 'bitonal'
  return bits <= 8 && space !== indexedSpace ? 'grey' : 'colour'
}
