import { readFileSync } from 'node:fs'
import sharp, { type Sharp } from 'sharp'
import { Refusal } from '#kernel'
import { limits } from './limits.ts'
import type { PageFacts } from './page.ts'
import { findActiveContent } from './pdf-active-content.ts'
import { drawPage } from './pdf-drawing.ts'
import { findDominantImage, type PdfImage, takePictures } from './pdf-pictures.ts'
import { readPageText } from './pdf-text.ts'
import {
  type LoadPdfium,
  type Pdfium,
  type PdfPage,
  type PointSize,
  viewOf,
  withMemory,
} from './pdfium.ts'
import { decodeJpegToEnd } from './raster.ts'
import { refusals } from './refusals.ts'
import type { Scan } from './scan.ts'

const passwordError = 4
const securityError = 5
const pointsPerInch = 72

/** At which a born-digital page is drawn for reading; its own resolution is endless. */
export const bornDigitalDpi = 300

/** Opens a PDF from its bytes, in a PDFium of its own. Refuses what is encrypted or active. */
export async function openPdf(path: string, loadPdfium: LoadPdfium): Promise<Scan> {
  const bytes = readFileSync(path)
  const pdfium = await loadPdfium()
  const at = pdfium.wasmExports.malloc(bytes.length)
  if (at === 0) throw new RangeError('Array buffer allocation failed')
  pdfium.HEAPU8.set(bytes, at)
  const document = pdfium._FPDF_LoadMemDocument(at, bytes.length, 0)
  if (document === 0) throw refuseLoadError(pdfium._FPDF_GetLastError())
  checkDocument(pdfium, document, bytes)
  const sizes = readSizes(pdfium, document)

  function withPage<T>(index: number, use: (page: PdfPage) => T): T {
    const handle = pdfium._FPDF_LoadPage(document, index)
    const size = sizes[index]
    if (handle === 0 || !size) throw new Refusal(refusals.image_undecodable, { page: index + 1 })
    try {
      checkObjects(pdfium, handle, index)
      return use({ pdfium, document, handle, size })
    } finally {
      pdfium._FPDF_ClosePage(handle)
    }
  }

  return {
    kind: 'pdf',
    pageCount: pdfium._FPDF_GetPageCount(document),
    facts: async (index) => withPage(index, (page) => toFacts(page, findDominantImage(page))),
    pixels: async (index, dpi) => withPage(index, (page) => draw(page, index, dpi)),
    async checkPictures(index) {
      for (const jpeg of withPage(index, takePictures)) await decodeJpegToEnd(jpeg, index)
    },
    text: (index) =>
      withPage(index, (page) => (findDominantImage(page) ? null : readPageText(page))),
    close: () => pdfium._FPDF_CloseDocument(document),
  }
}

function refuseLoadError(code: number): Refusal {
  if (code === passwordError || code === securityError) {
    return new Refusal(refusals.image_encrypted)
  }
  return new Refusal(refusals.image_undecodable, { because: `PDFium error ${code}` })
}

function checkDocument(pdfium: Pdfium, document: number, bytes: Uint8Array): void {
  // A PDF that opens without a password may still be encrypted; no one can check what it holds.
  if (pdfium._FPDF_GetSecurityHandlerRevision(document) >= 0) {
    throw new Refusal(refusals.image_encrypted)
  }
  const found = activeByPdfium(pdfium, document) ?? findActiveContent(bytes)
  if (found !== null) throw new Refusal(refusals.image_active_content, { found })
  // PDFium rebuilds a lost table by guessing: a cut file would pass with fewer pages.
  if (!pdfium._FPDF_DocumentHasValidCrossReferenceTable(document)) {
    throw new Refusal(refusals.image_undecodable, { because: 'cross-reference table' })
  }
  if (pdfium._FPDF_GetPageCount(document) < 1) {
    throw new Refusal(refusals.image_undecodable, { because: 'no page' })
  }
}

function activeByPdfium(pdfium: Pdfium, document: number): string | null {
  if (pdfium._FPDFDoc_GetJavaScriptActionCount(document) > 0) return 'JavaScript'
  if (pdfium._FPDFDoc_GetAttachmentCount(document) > 0) return 'EmbeddedFiles'
  // 2 and 3 are the two kinds of XFA form.
  return pdfium._FPDF_GetFormType(document) >= 2 ? 'XFA' : null
}

function readSizes(pdfium: Pdfium, document: number): PointSize[] {
  const sizes: PointSize[] = []
  const pages = Math.min(pdfium._FPDF_GetPageCount(document), limits.file_pages_max)
  for (let index = 0; index < pages; index += 1) {
    sizes.push(readSize(pdfium, document, index))
  }
  return sizes
}

function readSize(pdfium: Pdfium, document: number, index: number): PointSize {
  return withMemory(pdfium, 8, (at) => {
    const found = pdfium._FPDF_GetPageSizeByIndexF(document, index, at)
    const view = viewOf(pdfium, at, 8)
    const size = { width: view.getFloat32(0, true), height: view.getFloat32(4, true) }
    if (!found || !(size.width > 0) || !(size.height > 0)) {
      throw new Refusal(refusals.image_undecodable, { page: index + 1 })
    }
    toPixels(size, bornDigitalDpi, index)
    return size
  })
}

function checkObjects(pdfium: Pdfium, page: number, index: number): void {
  const objects = pdfium._FPDFPage_CountObjects(page)
  if (objects > limits.page_objects_max) {
    throw new Refusal(refusals.image_bomb, { page: index + 1, objects })
  }
}

function toPixels(size: PointSize, dpi: number, index: number): [number, number] {
  const width = Math.max(1, Math.round((size.width / pointsPerInch) * dpi))
  const height = Math.max(1, Math.round((size.height / pointsPerInch) * dpi))
  if (width * height > limits.page_pixels_max) {
    throw new Refusal(refusals.image_too_many_pixels, { page: index + 1, pixels: width * height })
  }
  return [width, height]
}

function toFacts({ size }: PdfPage, image: PdfImage | null): PageFacts {
  const pixels = toPixels(size, image?.dpi ?? bornDigitalDpi, 0)
  if (!image) return { pixels, dpi: null, bits: 24, colour: 'colour', bornDigital: true }
  const { dpi, bits, colour } = image
  return { pixels, dpi, bits, colour, bornDigital: false }
}

function draw(page: PdfPage, index: number, wantedDpi: number | undefined): Sharp {
  const dpi = wantedDpi ?? findDominantImage(page)?.dpi ?? bornDigitalDpi
  const [width, height] = toPixels(page.size, dpi, index)
  const data = drawPage(page, width, height)
  return sharp(data, {
    raw: { width, height, channels: 3 },
    limitInputPixels: limits.page_pixels_max,
  })
}
