import type { Box, PageText } from './page.ts'
import { type Pdfium, type PdfPage, viewOf, withMemory } from './pdfium.ts'

const charsMax = 200_000
/** Start value: above it the text is garbage and the page is read from its picture. */
const unsoundShare = 0.02
/** PageToDevice answers in whole numbers, so the page is measured on a fine grid. */
const grid = 1_000_000

/** Text with a box for each character, or null when there is none or it is not sound. */
export function readPageText(page: PdfPage): PageText | null {
  const { pdfium } = page
  const handle = pdfium._FPDFText_LoadPage(page.handle)
  if (handle === 0) return null
  try {
    const chars: PageText['chars'] = []
    const count = Math.min(pdfium._FPDFText_CountChars(handle), charsMax)
    for (let index = 0; index < count; index += 1) {
      const text = toText(pdfium._FPDFText_GetUnicode(handle, index))
      chars.push({ text, box: readBox(page, handle, index) })
    }
    const text = chars.map((char) => char.text).join('')
    return isSound(text) ? { text, chars } : null
  } finally {
    pdfium._FPDFText_ClosePage(handle)
  }
}

function toText(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
}

/**
 * False when more than 2 % of the characters are private use, unknown, or marks that stand alone.
 * Fonts without a map to Unicode give such text; it looks right and cannot be searched.
 */
export function isSound(text: string): boolean {
  const visible = text.match(/[^\s]/gu)?.length ?? 0
  if (visible === 0) return false
  const unknown = text.match(/[\p{Co}\p{Cs}\p{Cn}\ufffd]/gu)?.length ?? 0
  const loneMarks = text.match(/(?<![\p{L}\p{M}\p{N}\u25cc])\p{M}/gu)?.length ?? 0
  return (unknown + loneMarks) / visible <= unsoundShare
}

function readBox(page: PdfPage, textPage: number, index: number): Box {
  const { pdfium } = page
  return withMemory(pdfium, 32, (at) => {
    pdfium.HEAPU8.fill(0, at, at + 32)
    pdfium._FPDFText_GetCharBox(textPage, index, at, at + 8, at + 16, at + 24)
    const view = viewOf(pdfium, at, 32)
    const [left, right, bottom, top] = [0, 8, 16, 24].map((n) => view.getFloat64(n, true))
    const one = toFraction(page, left ?? 0, top ?? 0)
    const other = toFraction(page, right ?? 0, bottom ?? 0)
    return {
      x: Math.min(one.x, other.x),
      y: Math.min(one.y, other.y),
      width: Math.abs(one.x - other.x),
      height: Math.abs(one.y - other.y),
    }
  })
}

function toFraction({ pdfium, handle }: PdfPage, x: number, y: number): { x: number; y: number } {
  return withMemory(pdfium, 8, (at) => {
    pdfium._FPDF_PageToDevice(handle, 0, 0, grid, grid, 0, x, y, at, at + 4)
    return readGridPoint(pdfium, at)
  })
}

function readGridPoint(pdfium: Pdfium, at: number): { x: number; y: number } {
  const view = viewOf(pdfium, at, 8)
  const fraction = (value: number) => Math.min(1, Math.max(0, value / grid))
  return { x: fraction(view.getInt32(0, true)), y: fraction(view.getInt32(4, true)) }
}
