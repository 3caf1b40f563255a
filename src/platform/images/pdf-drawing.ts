import { type PdfPage, withMemory } from './pdfium.ts'

const rgb = 2
const white = 0xffffffff
const drawAnnotations = 0x01
const reverseBytes = 0x10
const smallImageCache = 0x200
const formInfoBytes = 256
const formInfoVersion = 2

/** RGB pixels of the page on white, with annotations and filled form fields, as it would print. */
export function drawPage(page: PdfPage, width: number, height: number): Uint8Array {
  const { pdfium, handle } = page
  return withMemory(pdfium, width * height * 3, (at) => {
    const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, rgb, at, width * 3)
    const flags = reverseBytes | smallImageCache
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white)
    pdfium._FPDF_RenderPageBitmap(bitmap, handle, 0, 0, width, height, 0, flags | drawAnnotations)
    if (pdfium._FPDF_GetFormType(page.document) > 0)
      drawForm(page, { bitmap, width, height, flags })
    pdfium._FPDFBitmap_Destroy(bitmap)
    return pdfium.HEAPU8.slice(at, at + width * height * 3)
  })
}

type Canvas = { bitmap: number; width: number; height: number; flags: number }

/** What people typed into form fields is drawn by the form, not by the page. */
function drawForm(page: PdfPage, { bitmap, width, height, flags }: Canvas): void {
  const { pdfium, document, handle } = page
  withMemory(pdfium, formInfoBytes, (at) => {
    pdfium.HEAPU8.fill(0, at, at + formInfoBytes)
    pdfium.HEAPU8[at] = formInfoVersion
    const form = pdfium._FPDFDOC_InitFormFillEnvironment(document, at)
    if (form === 0) return
    pdfium._FORM_OnAfterLoadPage(handle, form)
    pdfium._FPDF_FFLDraw(form, bitmap, handle, 0, 0, width, height, 0, flags)
    pdfium._FORM_OnBeforeClosePage(handle, form)
    pdfium._FPDFDOC_ExitFormFillEnvironment(form)
  })
}
