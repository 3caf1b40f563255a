import { type EmployersTables, employerNames } from '#employers'
import type { Context } from '#record'
import type { BoardBatch, LineState } from './contract.ts'
import { batchesIn, narrowed, type Read } from './store.ts'

/** Batches in a state, with who acted on each last. */
export async function listBoard(
  context: Context,
  { office, state }: { office?: string | undefined; state: LineState },
): Promise<{ batches: BoardBatch[] }> {
  const scope = narrowed(context.may('reporting.read'), office)
  const read: Read = context.read()
  const rows = await batchesIn(read, scope, state)
  const accounts = rows.flatMap(({ accountNo }) => (accountNo === null ? [] : [accountNo]))
  const names = await employerNames(context.read<EmployersTables>(), accounts)
  return {
    batches: rows.map(({ since, ...row }) => ({
      ...row,
      employerName: names.get(row.accountNo ?? '') ?? null,
      since: since.toISOString(),
    })),
  }
}
