import { type DocumentsTables, findPage } from '#documents'
import { Refusal } from '#kernel'
import type { BlobStore } from '#platform/blobs'
import type { Context } from '#record'
import type { PageText } from './contract.ts'
import { coverLines } from './cover-lines.ts'
import { recognisedPage } from './kept-reading.ts'
import type { PageBox } from './recognised-page.ts'
import { refusals } from './refusals.ts'
import { findReading } from './store.ts'
import type { TextRecognitionTables } from './tables.ts'

/** What covers a page for the person of the context; the app hands it in. Null: nothing. */
export type CoverFor = (
  context: Context,
  pageId: string,
  covered: boolean,
) => Promise<{ boxes: readonly PageBox[] } | null>

/** The words of a page, without those that are covered. Throws `text-recognition.page_unknown`. */
export async function openPageText(
  context: Context,
  { pageId, covered }: { pageId: string; covered: boolean },
  { derived, coverFor }: { derived: BlobStore; coverFor: CoverFor },
): Promise<PageText> {
  const scope = context.may('documents.open')
  const page = await findPage(context.read<DocumentsTables>(), scope, pageId)
  if (page === null) throw new Refusal(refusals.page_unknown, { pageId })
  const row = await findReading(context.read<TextRecognitionTables>(), pageId)
  const state = row?.state ?? 'waiting'
  const reading = row?.derivedKey ? await recognisedPage(derived, row.derivedKey) : null
  if (reading === null) {
    // Read once, but the derived store was emptied since: the page waits to be read again.
    return {
      state: state === 'done' ? 'waiting' : state,
      engine: null,
      lines: [],
      pixels: page.pixels,
    }
  }
  const cover = await coverFor(context, pageId, covered)
  const lines = coverLines(reading.lines, cover?.boxes ?? [])
  return {
    state,
    engine: `${reading.engine} ${reading.engineVersion}`,
    lines: lines.map(({ text, box, confidence }) => ({ text, box, confidence })),
    pixels: reading.pixels,
  }
}
