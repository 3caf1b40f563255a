import type { Scope } from '#kernel'
import { jsonb, type ReadTables } from '#platform/postgres'
import type { Context } from '#record'
import type { Examination, ExaminedPage, IntakeTables, ScanRow } from './tables.ts'

type Read = ReadTables<IntakeTables>

/** A scan that was decoded, on its way into a file. */
export type ScanToPlace = ScanRow & { mediaType: string; pages: ExaminedPage[] }

export type PlacedScan = Pick<Examination, 'state' | 'reason' | 'facts'>

/** The examined scans of a batch in order, those that are still to be placed or were placed before. */
export async function scansOfBatch(
  read: Read,
  batchId: string,
): Promise<{ label: string; scans: ScanToPlace[] }> {
  const batch = await read
    .selectFrom('record.batch')
    .selectAll()
    .where('batchId', '=', batchId)
    .executeTakeFirstOrThrow()
  const rows = await read
    .selectFrom('record.scan')
    .selectAll()
    .where('batchId', '=', batchId)
    .where('duplicateOf', 'is', null)
    .where('setAsideReason', 'is', null)
    .orderBy('ordinal')
    .execute()
  const found = await examinationsOf(
    read,
    rows.map(({ scanId }) => scanId),
  )
  const scans = rows.flatMap((row): ScanToPlace[] => {
    const examination = found.get(row.scanId)
    if (examination === undefined || examination.state === 'quarantined') return []
    const mediaType = String(examination.facts['mediaType'] ?? 'application/octet-stream')
    return [{ ...row, mediaType, pages: examination.pages }]
  })
  return { label: batch.label, scans }
}

export async function examinationsOf(
  read: Read,
  scanIds: readonly string[],
): Promise<Map<string, Examination>> {
  if (scanIds.length === 0) return new Map()
  const rows = await read
    .selectFrom('derived.scanExamination')
    .selectAll()
    .where('scanId', 'in', scanIds)
    .execute()
  return new Map(rows.map((row) => [row.scanId, row]))
}

/** The file name a scan came with. For documents that the caller was allowed to open. */
export async function scanName(read: Read, scanId: string): Promise<string | null> {
  const row = await read
    .selectFrom('record.scan')
    .select('name')
    .where('scanId', '=', scanId)
    .executeTakeFirst()
  return row?.name ?? null
}

/** Keeps what was found in a scan; looking again replaces it. */
export async function keepExamination(context: Context, found: Examination): Promise<void> {
  const row = { ...found, facts: jsonb(found.facts), pages: jsonb(found.pages) }
  await context.desk<IntakeTables, unknown>((write) =>
    write
      .insertInto('derived.scanExamination')
      .values(row)
      .onConflict((conflict) => conflict.column('scanId').doUpdateSet(row))
      .execute(),
  )
}

/** Writes down where scans came to; what is known of their bytes stays. */
export async function markPlaced(
  context: Context,
  placed: ReadonlyMap<string, PlacedScan>,
): Promise<void> {
  const found = await examinationsOf(context.read<IntakeTables>(), [...placed.keys()])
  await context.desk<IntakeTables, void>(async (write) => {
    for (const [scanId, { state, reason, facts }] of placed) {
      const mediaType = found.get(scanId)?.facts['mediaType']
      await write
        .updateTable('derived.scanExamination')
        .set({ state, reason, facts: jsonb({ ...facts, mediaType }) })
        .where('scanId', '=', scanId)
        .execute()
    }
  })
}

export function inScope(scope: Scope, officeId: string): boolean {
  return scope.offices === 'all' || scope.offices.includes(officeId)
}
