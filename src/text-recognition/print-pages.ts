import type { StoredPage } from '#documents'
import type { BlobStore } from '#platform/blobs'
import type { Images } from '#platform/images'
import type { ReadTables } from '#platform/postgres'
import { coverLines } from './cover-lines.ts'
import { readingLines } from './kept-reading.ts'
import type { PageBox } from './recognised-page.ts'
import { pagePicture, type StoredPicture } from './searchable-pdf/page-picture.ts'
import { type AboutPdf, type PageToPrint, searchablePdf } from './searchable-pdf/searchable-pdf.ts'
import type { TextRecognitionTables } from './tables.ts'

/** A page, and what stands for it where part of it is covered: a picture that is burnt already. */
export type PageOfCopy = {
  page: StoredPage
  cover: { picture: StoredPicture; boxes: readonly PageBox[] } | null
}

export type PrintingPowers = {
  read: ReadTables<TextRecognitionTables>
  store: BlobStore
  derived: BlobStore
  images: Images
}

/**
 * Pages as a PDF/A-2b with their words as invisible text, part by part. The caller was allowed to see
 * them; a page that cannot be drawn ends the parts with its refusal.
 */
export function printPages(
  pages: readonly PageOfCopy[],
  about: AboutPdf,
  { read, store, derived, images }: PrintingPowers,
): AsyncIterable<Uint8Array> {
  const toPrint = ({ page, cover }: PageOfCopy): PageToPrint => ({
    pixels: page.pixels,
    dpi: page.dpi,
    // What was burnt was turned upright before.
    degrees: cover === null ? page.turn + page.straighten : 0,
    picture: () => pagePicture({ store, images }, cover?.picture ?? page),
    lines: async () => {
      const lines = (await readingLines({ read, derived }, page.pageId)) ?? []
      return coverLines(lines, cover?.boxes ?? [])
    },
  })
  return searchablePdf(pages.map(toPrint), about)
}
