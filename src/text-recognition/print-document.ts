import { type DocumentsTables, findDocument, pagesOfDocument, type StoredPage } from '#documents'
import { Refusal } from '#kernel'
import type { BlobStore } from '#platform/blobs'
import type { Images } from '#platform/images'
import type { Context } from '#record'
import { readingLines } from './kept-reading.ts'
import { refusals } from './refusals.ts'
import { pagePicture } from './searchable-pdf/page-picture.ts'
import { type PageToPrint, searchablePdf } from './searchable-pdf/searchable-pdf.ts'
import type { TextRecognitionTables } from './tables.ts'

export type PrintDocument = {
  documentId: string
  /** Of the paper, both included; all pages unless named. */
  pages?: { from: number; to: number }
}

/** What making the pictures and words of a document needs beside the context. */
export type PrintingPowers = { images: Images; derived: BlobStore }

/**
 * A document as a PDF/A-2b with its words as invisible text, part by part. Throws
 * `text-recognition.document_unknown` and `pages_unknown` before the first part; a page that cannot be
 * drawn ends the parts with its refusal.
 */
export async function printDocument(
  context: Context,
  { documentId, pages: range }: PrintDocument,
  { images, derived }: PrintingPowers,
): Promise<{ name: string; parts: AsyncIterable<Uint8Array> }> {
  const scope = context.may('documents.open')
  const read = context.read<DocumentsTables & TextRecognitionTables>()
  const document = await findDocument(read, scope, documentId)
  if (document === null) throw new Refusal(refusals.document_unknown, { documentId })
  const { from, to } = range ?? { from: 1, to: document.pages }
  const all = await pagesOfDocument(read, documentId)
  const pages = all.filter(({ ordinal }) => ordinal >= from && ordinal <= to)
  if (pages.length === 0 || to > document.pages) {
    throw new Refusal(refusals.pages_unknown, { pages: document.pages })
  }
  const toPrint = (page: StoredPage): PageToPrint => ({
    pixels: page.pixels,
    dpi: page.dpi,
    degrees: page.turn + page.straighten,
    picture: () => pagePicture({ store: context.store, images }, page),
    lines: async () => (await readingLines({ read, derived }, page.pageId)) ?? [],
  })
  const title = `${document.typeTitleTh} ${document.accountNo}`
  const madeAt = context.clock.now()
  return {
    name: `${document.accountNo}-${document.type}-${documentId.slice(-8)}.pdf`,
    parts: searchablePdf(pages.map(toPrint), { title, madeAt }),
  }
}
