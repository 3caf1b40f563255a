import { z } from 'zod'
import { defineJob } from '#platform/jobs'
import type { ReadTables, Tx } from '#platform/postgres'
import { readPageJob } from './jobs.ts'
import type { ReadingWork } from './reading-work.ts'
import type { TextRecognitionTables } from './tables.ts'
import { rereadPriority } from './turns.ts'

export const readAgainLimits = { pages_a_step_max: 500 }

const Campaign = z.object({
  /** Folder of the readings that are good: those under any other are made again. */
  wanted: z.string(),
  /** Only readings of engines older than this version, `5.4`; all outdated ones unless named. */
  engineOlderThan: z.string().nullable(),
  officeId: z.string().nullable(),
  /** Pages up to this id are queued already. */
  after: z.string(),
})
export type Campaign = z.infer<typeof Campaign>

/**
 * Goes through all readings in steps, each of which queues its outdated pages and the next step in one
 * transaction: killed at any moment it goes on where it was. Search keeps the old words of a page until
 * the new ones are there, and pages that were never read come first.
 */
export const readAgainJob = defineJob<ReadingWork, Campaign>({
  name: 'text-recognition.read-again',
  payload: Campaign,
  attempts_max: 10,
  timeout_ms: 60_000,
  run: async ({ context, enqueue }, campaign) => {
    await context.desk(async (_write, tx) => {
      const { pageIds, next } = await outdatedPages(tx, campaign)
      for (const pageId of pageIds) {
        await enqueue(tx, readPageJob, { pageId }, { priority: rereadPriority })
      }
      if (next !== null) await enqueue(tx, readAgainJob, { ...campaign, after: next })
    })
  },
})

type Step = { pageIds: string[]; next: string | null }

async function outdatedPages(tx: Tx, campaign: Campaign): Promise<Step> {
  const { wanted, engineOlderThan, officeId, after } = campaign
  const read: ReadTables<TextRecognitionTables> = tx.tables<TextRecognitionTables>()
  let query = read
    .selectFrom('derived.pageReading')
    .select(['pageId', 'state', 'derivedKey', 'engineVersion', 'officeId'])
    .orderBy('pageId')
    .limit(readAgainLimits.pages_a_step_max)
  if (after !== '') query = query.where('pageId', '>', after)
  const rows = await query.execute()
  const outdated = rows.filter(
    (row) =>
      row.state !== 'waiting' &&
      !row.derivedKey?.startsWith(`${wanted}/`) &&
      (officeId === null || row.officeId === officeId) &&
      (engineOlderThan === null || isOlder(row.engineVersion, engineOlderThan)),
  )
  const full = rows.length === readAgainLimits.pages_a_step_max
  return {
    pageIds: outdated.map(({ pageId }) => pageId),
    next: full ? (rows.at(-1)?.pageId ?? null) : null,
  }
}

/** By number, part for part: 5.10 is younger than 5.9. What has no version is older than all. */
export function isOlder(version: string | null, than: string): boolean {
  if (version === null) return true
  const [own, other] = [version, than].map((text) => text.split(/\D+/).map(Number))
  for (const [at, part] of (other ?? []).entries()) {
    const mine = own?.[at] ?? 0
    if (mine !== part) return mine < part
  }
  return false
}
