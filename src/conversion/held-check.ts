import { Refusal } from '#kernel'
import { refusals } from './refusals.ts'
import type { Write } from './store.ts'
import type { BatchRow, ConversionTables } from './tables.ts'

export type CheckRow = ConversionTables['desk.conversionCheck']

/** @throws Refusal when this person may not check this batch now */
export function refuseChecker({ batchId, state, scannedBy }: BatchRow, person: string): void {
  if (state !== 'checking') throw new Refusal(refusals.not_in_check, { batchId, state })
  if (scannedBy.some((scanner) => scanner.person === person)) {
    throw new Refusal(refusals.own_scans, { batchId })
  }
}

/** The check of this round, held until the transaction ends; one of an earlier round is done with. */
export async function heldCheck(write: Write, batch: BatchRow): Promise<CheckRow | null> {
  const { batchId, round } = batch
  const row = await write
    .selectFrom('desk.conversionCheck')
    .selectAll()
    .where('batchId', '=', batchId)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined || row.round !== round ? null : row
}
