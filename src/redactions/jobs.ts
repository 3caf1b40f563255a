import { z } from 'zod'
import { type DocumentsTables, pageForWork } from '#documents'
import type { BlobStore } from '#platform/blobs'
import { defineJob } from '#platform/jobs'
import type { ReadTables } from '#platform/postgres'
import type { Context } from '#record'
import { indexPage } from '#search'
import {
  coverLines,
  type RecognisedPage,
  readingLines,
  type TextRecognitionTables,
} from '#text-recognition'
import { coverOf, redactionsOf } from './store.ts'
import type { RedactionsTables } from './tables.ts'

/** What taking covered words out of the search needs. */
export type CoverWork = { readonly context: Context; readonly derived: BlobStore }

/** Makes the pages of a document findable by what is not covered on them now. */
export const indexCoveredJob = defineJob<CoverWork, { documentId: string }>({
  name: 'redactions.index-covered',
  payload: z.object({ documentId: z.string() }),
  attempts_max: 5,
  timeout_ms: 5 * 60_000,
  async run({ context, derived }, { documentId }) {
    const read = context.read<RedactionsTables & DocumentsTables & TextRecognitionTables>()
    const redactions = await redactionsOf(read, documentId)
    const ids = new Set(redactions.flatMap(({ pages }) => pages.map(({ pageId }) => pageId)))
    for (const pageId of ids) {
      const page = await pageForWork(read, pageId)
      const lines = await readingLines({ read, derived }, pageId)
      // A page that is not read yet is indexed when it is, without what is covered.
      if (page === null || lines === null) continue
      const open = await openLines(read, { pageId, lines })
      await context.desk((_write, tx) => indexPage(tx, { page, lines: open }))
    }
  },
})

/** The lines that anybody may find: without what is covered. */
export async function openLines(
  read: ReadTables<RedactionsTables>,
  { pageId, lines }: { pageId: string; lines: RecognisedPage['lines'] },
): Promise<RecognisedPage['lines']> {
  return coverLines(lines, (await coverOf(read, pageId))?.boxes ?? [])
}
