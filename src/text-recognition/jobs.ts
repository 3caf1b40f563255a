import { availableParallelism } from 'node:os'
import { z } from 'zod'
import { type DocumentsTables, pageForWork, pagesAfter, type StoredPage } from '#documents'
import { Fault, Refusal } from '#kernel'
import { defineJob, jobLimits } from '#platform/jobs'
import type { Tx, WriteTables } from '#platform/postgres'
import type { Commit } from '#record'
import { checkReadingJob, isSample } from './check-reading.ts'
import type { Engine } from './engines/engine.ts'
import { readingKey } from './kept-reading.ts'
import { createPageViews } from './page-views.ts'
import { readWith } from './read-page.ts'
import type { ReadingWork } from './reading-work.ts'
import { refusals } from './refusals.ts'
import { findReading, noteWaiting, saveReading } from './store.ts'
import type { TextRecognitionTables } from './tables.ts'
import { type PageInTurn, rereadPriority } from './turns.ts'

export const limits = { refill_pages_max: 500 }

export const readPageJob = defineJob<ReadingWork, { pageId: string }>({
  name: 'text-recognition.read-page',
  payload: z.object({ pageId: z.string() }),
  attempts_max: 5,
  timeout_ms: 5 * 60_000,
  // A recogniser keeps one core busy; more of them would only wait for each other.
  concurrency: Math.min(availableParallelism(), jobLimits.concurrency_max),
  run: readPage,
})

/** Reads one page, unless that is done. What the page itself does wrong is noted, and not tried again. */
async function readPage(
  work: ReadingWork,
  { pageId }: { pageId: string },
  signal: AbortSignal,
): Promise<void> {
  const { context, images, derived } = work
  const page = await pageForWork(context.read<DocumentsTables>(), pageId)
  if (page === null) throw new Refusal(refusals.page_unknown, { pageId })
  try {
    // Drawn ahead, so that nobody waits for them who opens the page.
    await createPageViews({ store: context.store, images, derived }).prepare(page)
    await work.engine.lend((engine) => readAndNote(engine, { work, page, signal }))
  } catch (thrown) {
    if (signal.aborted || !(thrown instanceof Refusal)) throw thrown
    // From 500 on it says nothing about the page (a full queue, a suspect disk): to be tried again.
    if (thrown.kind.status >= 500) throw new Fault(thrown.code, thrown.message, thrown)
    await saveFailure(work, page, thrown.code)
  }
}

type Task = { work: ReadingWork; page: StoredPage; signal: AbortSignal }

async function readAndNote(engine: Engine, { work, page, signal }: Task): Promise<void> {
  const { context, derived } = work
  const key = readingKey(engine, page)
  const known = await findReading(context.read<TextRecognitionTables>(), page.pageId)
  const kept = (await derived.size(key)) !== null
  if (kept && known?.state === 'done' && known.derivedKey === key) return
  const reading = await readWith(engine, { powers: work, page, signal })
  await context.desk(async (write: WriteTables<TextRecognitionTables>, tx) => {
    await saveReading(write, {
      ...nameOf(page),
      state: 'done',
      engine: reading.engine,
      engineVersion: reading.engineVersion,
      derivedKey: key,
      meanConfidence: reading.meanConfidence,
      milliseconds: Math.round(reading.milliseconds),
      readAt: context.clock.now(),
      readBy: work.node,
    })
    await work.onRead(tx, page, reading)
    if (isSample(page.pageId)) {
      const check = { pageId: page.pageId, derivedKey: key }
      await work.enqueue(tx, checkReadingJob, check, { priority: rereadPriority })
    }
  })
}

async function saveFailure(
  { context, node }: ReadingWork,
  page: StoredPage,
  failure: string,
): Promise<void> {
  await context.desk((write: WriteTables<TextRecognitionTables>) =>
    saveReading(write, {
      ...nameOf(page),
      state: 'failed',
      failure,
      readAt: context.clock.now(),
      readBy: node,
    }),
  )
}

function nameOf({ pageId, documentId, officeId }: StoredPage) {
  return { pageId, documentId, officeId }
}

const FiledPages = z.object({
  documentId: z.string(),
  pages: z.array(z.object({ pageId: z.string() })),
})

/** Notes the pages of a 'documents.filed/1' commit as waiting, and gives those to be read, in order. */
export async function pagesWaiting(
  tx: Tx,
  { body, office }: Pick<Commit, 'body' | 'office'>,
): Promise<PageInTurn[]> {
  const { documentId, pages } = FiledPages.parse(body)
  // The office that filed; the reading itself writes down the office whose file it is.
  const rows = pages.map(({ pageId }) => ({ pageId, documentId, officeId: office }))
  return await noteWaiting(tx.tables<TextRecognitionTables>(), rows)
}

/**
 * After a rebuild: notes every page that is not noted yet as waiting, and gives those to be read. What
 * the derived store still holds of them is taken from there.
 */
export async function readingsMissing(tx: Tx): Promise<PageInTurn[]> {
  const tables = tx.tables<DocumentsTables & TextRecognitionTables>()
  const missing: PageInTurn[] = []
  let after = ''
  for (;;) {
    const pages = await pagesAfter(tables, after, limits.refill_pages_max)
    const last = pages.at(-1)
    if (last === undefined) return missing
    missing.push(...(await noteWaiting(tx.tables<TextRecognitionTables>(), pages.map(nameOf))))
    after = last.pageId
  }
}
