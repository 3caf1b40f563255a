import { z } from 'zod'
import { Refusal } from '#kernel'
import { blobKey } from '#platform/blobs'
import { type ImageKind, type Images, judgeQuality, type PageVerdict } from '#platform/images'
import { defineJob } from '#platform/jobs'
import type { Tx } from '#platform/postgres'
import type { Context } from '#record'
import { isCancelled, isUnseen, letScansWait } from './cancelled-scans.ts'
import { examinationsOf, keepExamination } from './examinations.ts'
import { handToLine, isOnLine } from './line-scans.ts'
import { placeBatch } from './place-batch.ts'
import type { Examination, ExaminedPage, IntakeTables, ScanRow } from './tables.ts'

export const limits = { examine_ms_max: 4 * 3_600_000, batches_at_once: 2 }

/** What an examination needs; the app makes one for each attempt. */
export type IntakeWork = {
  readonly context: Context
  readonly images: Images
  /** What follows when the scans of a batch on the conversion line are examined. May be repeated. */
  readonly onLineExamined?: (tx: Tx, batchId: string) => Promise<void>
}

/** Looks at each scan of a batch, then places its papers. A restart goes on where it was. */
export const examineBatchJob = defineJob<IntakeWork, { batchId: string }>({
  name: 'intake.examine-batch',
  payload: z.object({ batchId: z.string() }),
  attempts_max: 10,
  timeout_ms: limits.examine_ms_max,
  concurrency: limits.batches_at_once,
  run: examineBatch,
})

export async function examineBatch(
  { context, images, onLineExamined = async () => undefined }: IntakeWork,
  { batchId }: { batchId: string },
  signal: AbortSignal,
): Promise<void> {
  const read = context.read<IntakeTables>()
  const scans = await read
    .selectFrom('record.scan')
    .selectAll()
    .where('batchId', '=', batchId)
    .where('duplicateOf', 'is', null)
    .orderBy('ordinal')
    .execute()
  const known = await examinationsOf(
    read,
    scans.map(({ scanId }) => scanId),
  )
  for (const scan of scans) {
    const seen = known.get(scan.scanId)
    if (seen !== undefined && !isUnseen(seen)) continue
    signal.throwIfAborted()
    if (await isCancelled(context, batchId)) return await letScansWait(context, batchId)
    await keepExamination(context, await examineScan({ context, images }, scan, signal))
  }
  if (await isCancelled(context, batchId)) return await letScansWait(context, batchId)
  if (await isOnLine(context, batchId)) await handToLine(context, batchId, onLineExamined)
  else await placeBatch(context, batchId)
}

async function examineScan(
  { context, images }: Pick<IntakeWork, 'context' | 'images'>,
  scan: ScanRow,
  signal: AbortSignal,
): Promise<Examination> {
  const { scanId, officeId, batchId, sha256 } = scan
  const examination = { scanId, officeId, batchId, examinedAt: context.clock.now() }
  try {
    const verdict = await images.examine(await context.store.path(blobKey(sha256)), signal)
    const pages = verdict.pages.map(toExaminedPage)
    const facts = { mediaType: mediaTypes[verdict.kind] }
    return { ...examination, state: 'examined', reason: null, facts, pages }
  } catch (reason) {
    // A file that may not enter is kept and named; a world that failed is tried again by the queue.
    if (!(reason instanceof Refusal) || reason.kind.status >= 500) throw reason
    const { code: why, facts } = reason
    return { ...examination, state: 'quarantined', reason: why, facts: { ...facts }, pages: [] }
  }
}

function toExaminedPage({ index: _, codes, ...quality }: PageVerdict): ExaminedPage {
  const { pixels, dpi, bits, blank } = quality
  const texts = codes.map(({ text }) => text)
  return { pixels, dpi, bits, blank, codes: texts, quality, findings: judgeQuality(quality) }
}

const mediaTypes: Readonly<Record<ImageKind, string>> = {
  tiff: 'image/tiff',
  jpeg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
}

/** After a rebuild: the batches of which some scan has not been looked at. */
export async function examinationsMissing(tx: Tx): Promise<string[]> {
  const rows = await tx.execute<{ batchId: string }>(
    `select distinct s.batch_id as "batchId" from record.scan s
     left join derived.scan_examination e using (scan_id)
     where s.duplicate_of is null and e.scan_id is null order by 1`,
  )
  return rows.map(({ batchId }) => batchId)
}
