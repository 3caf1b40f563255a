import type { ReadTables, Tx } from '#platform/postgres'
import type { Context } from '#record'
import { examinationsOf } from './examinations.ts'
import type { ExaminedPage, IntakeTables } from './tables.ts'

type Read = ReadTables<IntakeTables>

/** A scan of a batch on the conversion line, in the order of the stack. */
export type LineScan = {
  readonly scanId: string
  readonly sha256: string
  readonly sha512: string
  readonly bytes: number
  /** The first scan of the same bytes, wherever it was received. */
  readonly duplicateOf: string | null
  readonly mediaType: string
  /** The code of the refusal for which it cannot be decoded; then it has no pages. */
  readonly unreadable: string | null
  readonly pages: readonly ExaminedPage[]
}

export async function isOnLine(context: Context, batchId: string): Promise<boolean> {
  const row = await context
    .read<IntakeTables>()
    .selectFrom('record.batch')
    .select('way')
    .where('batchId', '=', batchId)
    .executeTakeFirst()
  return row?.way === 'line'
}

/** The scans are the conversion line's from here on. */
export async function handToLine(
  context: Context,
  batchId: string,
  onLineExamined: (tx: Tx, batchId: string) => Promise<void>,
): Promise<void> {
  await context.desk<IntakeTables, void>(async (write, tx) => {
    await write
      .updateTable('derived.scanExamination')
      .set({ state: 'line' })
      .where('batchId', '=', batchId)
      .where('state', '=', 'examined')
      .execute()
    await onLineExamined(tx, batchId)
  })
}

/** The scans of a received stack with what was measured; null while one is still to be examined. */
export async function lineScans(read: Read, batchId: string): Promise<LineScan[] | null> {
  const rows = await read
    .selectFrom('record.scan')
    .selectAll()
    .where('batchId', '=', batchId)
    .orderBy('ordinal')
    .execute()
  // The same bytes are examined once, as the scan that came first.
  const found = await examinationsOf(
    read,
    rows.map(({ scanId, duplicateOf }) => duplicateOf ?? scanId),
  )
  if (rows.some(({ scanId, duplicateOf }) => !found.has(duplicateOf ?? scanId))) return null
  return rows.map(({ scanId, sha256, sha512, bytes, duplicateOf }): LineScan => {
    const examination = found.get(duplicateOf ?? scanId)
    const { facts = {}, pages = [], state, reason } = examination ?? {}
    const mediaType = String(facts['mediaType'] ?? 'application/octet-stream')
    const unreadable = state === 'quarantined' ? (reason ?? 'unknown') : null
    return { scanId, sha256, sha512, bytes, duplicateOf, mediaType, unreadable, pages }
  })
}

/** How many scans of each received stack there are, and how many are examined. */
export async function lineProgress(
  read: Read,
  batchIds: readonly string[],
): Promise<{ scans: number; examined: number }> {
  if (batchIds.length === 0) return { scans: 0, examined: 0 }
  const row = await read
    .selectFrom('record.scan as s')
    .leftJoin('derived.scanExamination as e', (join) =>
      join.on((on) => on('e.scanId', '=', on.fn.coalesce('s.duplicateOf', 's.scanId'))),
    )
    .select(({ fn }) => [
      fn.countAll<number>().as('scans'),
      fn.count<number>('e.scanId').as('examined'),
    ])
    .where('s.batchId', 'in', batchIds)
    .executeTakeFirst()
  return { scans: Number(row?.scans ?? 0), examined: Number(row?.examined ?? 0) }
}
