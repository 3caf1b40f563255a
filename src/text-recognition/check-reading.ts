import { z } from 'zod'
import { type DocumentsTables, pageForWork } from '#documents'
import { defineJob } from '#platform/jobs'
import type { WriteTables } from '#platform/postgres'
import { readingKey, recognisedPage } from './kept-reading.ts'
import { recognise } from './read-page.ts'
import type { ReadingWork } from './reading-work.ts'
import { plainText } from './recognised-page.ts'
import { findReading } from './store.ts'
import type { TextRecognitionTables } from './tables.ts'

export const checkLimits = {
  /** One reading of so many is made again. */
  sample_pages: 200,
  /** The same program reads the same page alike on every machine, but for rounding. */
  difference_max: 0.02,
}

/** Drawn from the end of the id, which is random: no reader can know which of its pages are looked at. */
export function isSample(pageId: string): boolean {
  return Number.parseInt(pageId.slice(-6), 16) % checkLimits.sample_pages === 0
}

/**
 * Reads one page again on another node and notes how far both readings differ. Workers far away run on
 * machines that nobody here looks after: with a broken memory or an altered program they would fill the
 * search with nonsense for weeks.
 */
export const checkReadingJob = defineJob<ReadingWork, { pageId: string; derivedKey: string }>({
  name: 'text-recognition.check-reading',
  payload: z.object({ pageId: z.string(), derivedKey: z.string() }),
  attempts_max: 3,
  timeout_ms: 5 * 60_000,
  run: checkReading,
})

async function checkReading(
  work: ReadingWork,
  { pageId, derivedKey }: { pageId: string; derivedKey: string },
  signal: AbortSignal,
): Promise<void> {
  const { context, derived, node } = work
  const page = await pageForWork(context.read<DocumentsTables>(), pageId)
  const row = await findReading(context.read<TextRecognitionTables>(), pageId)
  // Read anew since then, or by this node itself: nothing that a second look could tell.
  if (!page || row?.derivedKey !== derivedKey || row.readBy === node) return
  const kept = await recognisedPage(derived, derivedKey)
  if (kept === null) return
  await work.engine.lend(async (engine) => {
    if (readingKey(engine, page) !== derivedKey) return
    const again = await recognise(engine, { powers: work, page, signal })
    await context.desk((write: WriteTables<TextRecognitionTables>) =>
      write
        .insertInto('derived.readingCheck')
        .values({
          pageId,
          derivedKey,
          officeId: page.officeId,
          readBy: row.readBy,
          checkedBy: node,
          difference: differenceOf(plainText(kept), plainText(again)),
          checkedAt: context.clock.now(),
        })
        .onConflict((conflict) => conflict.columns(['pageId', 'derivedKey']).doNothing())
        .execute(),
    )
  })
}

/** Edits between two texts against the length of the longer one, 0 to 1. */
export function differenceOf(one: string, other: string): number {
  if (one === other) return 0
  let above = Uint32Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let row = 1; row <= one.length; row++) {
    const current = new Uint32Array(other.length + 1)
    current[0] = row
    for (let column = 1; column <= other.length; column++) {
      const changed = (above[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1)
      current[column] = Math.min(changed, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1)
    }
    above = current
  }
  return (above[other.length] ?? 0) / Math.max(one.length, other.length)
}
