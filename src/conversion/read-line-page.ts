import { z } from 'zod'
import { type DocumentsTables, listDocumentTypes } from '#documents'
import { type EmployersTables, employersByNumber } from '#employers'
import { officeDate, Refusal } from '#kernel'
import type { Upright } from '#platform/images'
import { defineJob } from '#platform/jobs'
import { jsonb, type ReadTables } from '#platform/postgres'
import type { Context } from '#record'
import { type Proposal, proposeDocument, type ReadingPowers, readingOf } from '#text-recognition'
import { dateText } from './contract.ts'
import { deskOf, type Read } from './store.ts'
import type { ConversionTables, PageProposal } from './tables.ts'

export type ReadLinePageWork = ReadingPowers & { readonly context: Context }

/** Reads a page on the line, turned as it was arranged, and keeps what its text proposes for the index. */
export const readLinePageJob = defineJob<ReadLinePageWork, { pageId: string }>({
  name: 'conversion.read-page',
  payload: z.object({ pageId: z.string() }),
  attempts_max: 5,
  timeout_ms: 5 * 60_000,
  run: readLinePage,
})

async function readLinePage(
  work: ReadLinePageWork,
  { pageId }: { pageId: string },
  signal: AbortSignal,
): Promise<void> {
  const { context } = work
  const read = context.read<ConversionTables>()
  const row = await read
    .selectFrom('derived.conversionPage')
    .select(['batchId', 'facts', 'proposals'])
    .where('pageId', '=', pageId)
    .executeTakeFirst()
  // Read already, or taken away by a rebuild that will ask again.
  if (row === undefined || row.proposals !== null) return
  const shown = await uprightAsArranged(read, row.batchId, pageId)
  const image = { ...row.facts, ...shown }
  const proposals = row.facts.blank ? [] : await propose(work, image, signal)
  await context.desk<ConversionTables, void>(async (write) => {
    // Turned meanwhile, it is read again already.
    const now = await uprightAsArranged(write, row.batchId, pageId)
    if (now.turn !== shown.turn) return
    await write
      .updateTable('derived.conversionPage')
      .set({ proposals: jsonb(proposals) })
      .where('pageId', '=', pageId)
      .execute()
  })
}

/** How the page stands at the scanning station now. */
async function uprightAsArranged(read: Read, batchId: string, pageId: string): Promise<Upright> {
  const { arrangement } = await deskOf(read, batchId)
  const { turn = 0, straighten = 0 } = arrangement.pages[pageId] ?? {}
  return { turn, straighten }
}

async function propose(
  work: ReadLinePageWork,
  image: Parameters<typeof readingOf>[1],
  signal: AbortSignal,
): Promise<PageProposal[]> {
  const { context } = work
  const read: ReadTables<DocumentsTables & EmployersTables> = context.read()
  try {
    const reading = await readingOf(work, image, signal)
    const found = await proposeDocument([reading], {
      types: await listDocumentTypes(read),
      employersByNumber: (numbers) => employersByNumber(read, numbers),
      today: officeDate(context.clock.now()),
    })
    return found.map(plain)
  } catch (reason) {
    // What the page itself does wrong: it proposes nothing, and a person indexes it.
    if (signal.aborted || !(reason instanceof Refusal) || reason.kind.status >= 500) throw reason
    return []
  }
}

function plain({ field, value, confidence, reason, box }: Proposal): PageProposal {
  const text = typeof value === 'string' ? value : dateText(value)
  return { field, value: text, confidence, reason, box: box === null ? null : [...box] }
}
