import { Refusal } from '#kernel'
import type { Context } from '#record'
import { refusals } from './refusals.ts'
import { batchFor, holdDesk } from './store.ts'
import type { BatchRow, ConversionTables } from './tables.ts'

/** What was counted by hand. It is part of the record when the batch is sent. */
export async function countSheets(
  context: Context,
  batchId: string,
  count: { sheets: number; skipped: number },
): Promise<void> {
  const scope = context.may('conversion.scan')
  mustBeAtScanner(await batchFor(context.read<ConversionTables>(), scope, batchId))
  await context.desk<ConversionTables, void>(async (write) => {
    const desk = await holdDesk(write, batchId)
    await write
      .updateTable('desk.conversionBatch')
      .set({ ...count, version: desk.version + 1, changedAt: context.clock.now() })
      .where('batchId', '=', batchId)
      .execute()
  })
}

/** @throws Refusal `conversion.not_at_scanner` */
export function mustBeAtScanner({ batchId, state }: Pick<BatchRow, 'batchId' | 'state'>): void {
  if (state !== 'scanning' && state !== 'returned') {
    throw new Refusal(refusals.not_at_scanner, { batchId, state })
  }
}
