import type { ReadTables } from '#platform/postgres'
import type { Context } from '#record'
import { checkLimits } from './check-reading.ts'
import type { ReadingProgress } from './contract.ts'
import type { TextRecognitionTables } from './tables.ts'

/** Over so long the pace is measured. */
const pace_ms = 10 * 60_000
const checksShown_ms = 30 * 24 * 3_600_000

/** How far reading is in the whole installation, how fast it goes, and when it will be done. */
export async function readingProgress(context: Context): Promise<ReadingProgress> {
  context.may('jobs.list')
  return await progressAt(context.read<TextRecognitionTables>(), context.clock.now())
}

/** The same for a command, which asks nobody's leave. */
export async function progressAt(
  read: ReadTables<TextRecognitionTables>,
  now: Date,
): Promise<ReadingProgress> {
  const { waiting, failed } = await countsOf(read)
  const since = new Date(now.getTime() - pace_ms)
  const nodes = await read
    .selectFrom('derived.pageReading')
    .select(({ fn }) => ['readBy', fn.countAll<number>().as('pages'), fn.min('readAt').as('first')])
    .where('readAt', '>', since)
    .groupBy('readBy')
    .execute()
  const pages = nodes.reduce((sum, node) => sum + Number(node.pages), 0)
  const first = Math.min(...nodes.map((node) => node.first?.getTime() ?? now.getTime()))
  const minutes = Math.max(1, now.getTime() - first) / 60_000
  // Two pages are no pace.
  const pagesPerMinute = pages < 3 ? 0 : Math.round((10 * pages) / Math.max(minutes, 0.1)) / 10
  const end = pagesPerMinute > 0 ? now.getTime() + (waiting / pagesPerMinute) * 60_000 : null
  return {
    waiting,
    failed,
    pagesPerMinute,
    endsAt: waiting === 0 || end === null ? null : new Date(end).toISOString(),
    readers: nodes.map(({ readBy, pages: read }) => ({ node: readBy ?? '', pages: Number(read) })),
    checks: await checksSince(read, new Date(now.getTime() - checksShown_ms)),
  }
}

async function countsOf(read: ReadTables<TextRecognitionTables>) {
  const rows = await read
    .selectFrom('derived.pageReading')
    .select(({ fn }) => ['state', fn.countAll<number>().as('pages')])
    .where('state', 'in', ['waiting', 'failed'])
    .groupBy('state')
    .execute()
  const count = (wanted: string) => Number(rows.find(({ state }) => state === wanted)?.pages ?? 0)
  return { waiting: count('waiting'), failed: count('failed') }
}

async function checksSince(
  read: ReadTables<TextRecognitionTables>,
  since: Date,
): Promise<ReadingProgress['checks']> {
  const rows = await read
    .selectFrom('derived.readingCheck')
    .select(['readBy', 'difference'])
    .where('checkedAt', '>', since)
    .orderBy('checkedAt', 'desc')
    .limit(10_000)
    .execute()
  return [...Map.groupBy(rows, ({ readBy }) => readBy ?? '')].map(([node, own]) => ({
    node,
    checked: own.length,
    differing: own.filter(({ difference }) => difference > checkLimits.difference_max).length,
  }))
}
