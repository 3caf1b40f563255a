import { type DocumentsTables, findPage } from '#documents'
import { Refusal } from '#kernel'
import type { BlobStore } from '#platform/blobs'
import type { Context } from '#record'
import type { PageText } from './contract.ts'
import { recognisedPage } from './kept-reading.ts'
import { refusals } from './refusals.ts'
import { findReading } from './store.ts'
import type { TextRecognitionTables } from './tables.ts'

/** The words of a page. Throws `text-recognition.page_unknown`. */
export async function openPageText(
  context: Context,
  { pageId, derived }: { pageId: string; derived: BlobStore },
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
  return {
    state,
    engine: `${reading.engine} ${reading.engineVersion}`,
    lines: reading.lines.map(({ text, box, confidence }) => ({ text, box, confidence })),
    pixels: reading.pixels,
  }
}
