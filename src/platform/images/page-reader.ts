import { statSync } from 'node:fs'
import { Refusal } from '#kernel'
import { createCodeReader } from './codes.ts'
import { decodeGrey, fineScale, readBand, readGreyPage } from './grey-page.ts'
import { measure } from './measure.ts'
import { openScan } from './open-scan.ts'
import type { Box, ImageKind, PageText, PageVerdict, RawPage, Rendition } from './page.ts'
import { createPdfiumLoader, isWasmFailure } from './pdfium.ts'
import { refuseDecoderError } from './raster.ts'
import { refusals } from './refusals.ts'
import {
  cropStrip,
  type DecodeOptions,
  decodePage,
  type Look,
  renderPage,
  renderViews,
  type StripOptions,
} from './render.ts'
import type { Scan } from './scan.ts'
import type { Upright } from './upright.ts'

/** A page of a file on disk; `index` counts from 0. */
export type PagePlace = { path: string; index: number }

/** The reading itself. Runs inside a sandbox child; tests also call it directly. */
export type PageReader = {
  inspect(of: { path: string }): Promise<{ kind: ImageKind; pageCount: number }>
  examinePage(of: PagePlace): Promise<PageVerdict>
  renderPage(of: PagePlace & Look): Promise<Rendition>
  renderViews(
    of: PagePlace & { upright?: Upright | undefined },
  ): Promise<{ view: Rendition; thumbnail: Rendition }>
  decodePage(of: PagePlace & DecodeOptions): Promise<RawPage>
  cropStrip(of: PagePlace & StripOptions & { box: Box }): Promise<Rendition>
  pageText(of: PagePlace): Promise<PageText | null>
}

/** Keeps the last file open, since pages of one file are asked for one after the other. */
export function createPageReader(): PageReader {
  const loadPdfium = createPdfiumLoader()
  const readCodes = createCodeReader()
  let open: { key: string; scan: Scan } | null = null

  async function scanOf(path: string): Promise<Scan> {
    const key = keyOf(path)
    if (open && open.key === key) return open.scan
    open?.scan.close()
    open = null
    const scan = await openScan(path, loadPdfium)
    open = { key, scan }
    return scan
  }

  async function onPage<T>({ path, index }: PagePlace, read: (scan: Scan) => Promise<T>) {
    try {
      const scan = await scanOf(path)
      if (!Number.isInteger(index) || index < 0 || index >= scan.pageCount) {
        throw new Refusal(refusals.image_page_unknown, { page: index + 1, pages: scan.pageCount })
      }
      return await read(scan)
    } catch (thrown) {
      // A decoder that failed may be in any state: the next file gets a new one.
      open = null
      throw isWasmFailure(thrown) ? refuseDecoderError(thrown, index) : thrown
    }
  }

  async function examine(scan: Scan, index: number): Promise<PageVerdict> {
    const facts = await scan.facts(index)
    await scan.checkPictures(index)
    const grey = await readGreyPage(scan, index, facts)
    const { codes, unreadable } = await readCodes(grey)
    const fine = unreadable
      ? await decodeGrey(scan, { index, facts, scale: fineScale(facts) })
      : null
    const finer = fine ? (await readCodes(fine)).codes : []
    const best = finer.length > codes.length ? finer : codes
    const band = await readBand(scan, { index, facts, page: grey })
    return { index, ...facts, ...measure({ page: grey, ...band }), codes: best }
  }

  return {
    inspect: ({ path }) =>
      onPage({ path, index: 0 }, async ({ kind, pageCount }) => ({ kind, pageCount })),
    examinePage: (of) => onPage(of, (scan) => examine(scan, of.index)),
    renderPage: (of) => onPage(of, (scan) => renderPage(scan, of.index, of)),
    renderViews: (of) => onPage(of, (scan) => renderViews(scan, of.index, of.upright)),
    decodePage: (of) => onPage(of, (scan) => decodePage(scan, of.index, of)),
    cropStrip: (of) => onPage(of, (scan) => cropStrip(scan, of.index, of)),
    pageText: (of) => onPage(of, async (scan) => scan.text(of.index)),
  }
}

/** Blobs never change, but a temporary path may be used again. */
function keyOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false })
  return `${path} ${stat?.ino} ${stat?.size} ${stat?.mtimeMs}`
}
