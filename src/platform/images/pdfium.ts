import { readFileSync } from 'node:fs'
import { PDFiumModule } from '@hyzyla/pdfium'

type Numbers = (...numbers: number[]) => number

/** The functions of PDFium's C interface that are used here; the package types only a part. */
export type Pdfium = {
  HEAPU8: Uint8Array
  wasmExports: { malloc: (bytes: number) => number; free: (at: number) => void }
} & Record<PdfiumFunction, Numbers>

/** An open page of an open document. */
export type PdfPage = { pdfium: Pdfium; document: number; handle: number; size: PointSize }
export type PointSize = { width: number; height: number }

type PdfiumFunction =
  | '_FPDF_InitLibrary'
  | '_FPDF_LoadMemDocument'
  | '_FPDF_GetLastError'
  | '_FPDF_CloseDocument'
  | '_FPDF_GetSecurityHandlerRevision'
  | '_FPDF_DocumentHasValidCrossReferenceTable'
  | '_FPDF_GetPageCount'
  | '_FPDF_GetPageSizeByIndexF'
  | '_FPDF_GetFormType'
  | '_FPDFDoc_GetJavaScriptActionCount'
  | '_FPDFDoc_GetAttachmentCount'
  | '_FPDF_LoadPage'
  | '_FPDF_ClosePage'
  | '_FPDFPage_CountObjects'
  | '_FPDFPage_GetObject'
  | '_FPDFPageObj_GetType'
  | '_FPDFPageObj_GetMatrix'
  | '_FPDFFormObj_CountObjects'
  | '_FPDFFormObj_GetObject'
  | '_FPDFImageObj_GetImagePixelSize'
  | '_FPDFImageObj_GetImageMetadata'
  | '_FPDFImageObj_GetBitmap'
  | '_FPDFImageObj_GetImageFilterCount'
  | '_FPDFImageObj_GetImageFilter'
  | '_FPDFImageObj_GetImageDataRaw'
  | '_FPDFBitmap_CreateEx'
  | '_FPDFBitmap_FillRect'
  | '_FPDFBitmap_Destroy'
  | '_FPDF_RenderPageBitmap'
  | '_FPDFDOC_InitFormFillEnvironment'
  | '_FPDFDOC_ExitFormFillEnvironment'
  | '_FORM_OnAfterLoadPage'
  | '_FORM_OnBeforeClosePage'
  | '_FPDF_FFLDraw'
  | '_FPDFText_LoadPage'
  | '_FPDFText_ClosePage'
  | '_FPDFText_CountChars'
  | '_FPDFText_GetUnicode'
  | '_FPDFText_GetCharBox'
  | '_FPDF_PageToDevice'

// The types of Node leave WebAssembly to those of a browser, which are not ours. Only what is used.
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<object>
  Instance: new (program: object, imports: object) => { exports: object }
  RuntimeError: new () => Error
}

export type LoadPdfium = () => Promise<Pdfium>

/**
 * Gives a fresh PDFium with memory of its own at each call, so that one document cannot spoil the
 * next. The program is compiled once: later instances start in milliseconds and already optimised.
 */
export function createPdfiumLoader(): LoadPdfium {
  const file = new URL(import.meta.resolve('@hyzyla/pdfium/pdfium.wasm'))
  let compiled: Promise<object> | null = null
  return async () => {
    compiled ??= WebAssembly.compile(readFileSync(file))
    const program = await compiled
    const instantiateWasm = (imports: object, ready: (made: object) => void) => {
      const instance = new WebAssembly.Instance(program, imports)
      ready(instance)
      return instance.exports
    }
    // All exports exist on the module object; the package's types list only what it calls itself.
    const pdfium = (await PDFiumModule({ instantiateWasm })) as unknown as Pdfium
    pdfium._FPDF_InitLibrary()
    return pdfium
  }
}

/** Lends `bytes` of PDFium's memory to `use`; the view is good until PDFium allocates again. */
export function withMemory<T>(pdfium: Pdfium, bytes: number, use: (at: number) => T): T {
  const at = pdfium.wasmExports.malloc(bytes)
  if (at === 0) throw new RangeError('Array buffer allocation failed')
  try {
    return use(at)
  } finally {
    pdfium.wasmExports.free(at)
  }
}

export function viewOf(pdfium: Pdfium, at: number, bytes: number): DataView {
  return new DataView(pdfium.HEAPU8.buffer, at, bytes)
}

/** WebAssembly stops with errors of its own when a decoder runs into something impossible. */
export function isWasmFailure(thrown: unknown): boolean {
  if (thrown instanceof WebAssembly.RuntimeError) return true
  return thrown instanceof Error && /^Aborted\(|unreachable|table index/.test(thrown.message)
}
