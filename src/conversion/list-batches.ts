import { type EmployersTables, employerNames } from '#employers'
import type { Scope } from '#kernel'
import type { ReadTables } from '#platform/postgres'
import type { Context } from '#record'
import { type BatchState, batchStates, type LineBatch, limits } from './contract.ts'
import type { Read } from './store.ts'
import type { BatchRow, ConversionTables } from './tables.ts'
import { lineBatch } from './view-batch.ts'

type ListQuery = { state?: BatchState | undefined; before?: string | undefined }

/** Batches on the line, those that changed last first. `before` is the ticket of the last one shown. */
export async function listBatches(context: Context, { state, before }: ListQuery) {
  const scope = context.may('conversion.open')
  const read: ReadTables<ConversionTables & EmployersTables> = context.read()
  let query = inOffices(read, scope).selectAll().orderBy('ticket', 'desc')
  if (state !== undefined) query = query.where('state', '=', state)
  if (before !== undefined) query = query.where('ticket', '<', Number(before) || 0)
  const rows = await query.limit(limits.page_size_max).execute()
  const last = rows.at(-1)
  return {
    batches: await withNames(read, rows),
    counts: await countByState(read, scope),
    next: rows.length < limits.page_size_max ? null : String(last?.ticket),
  }
}

function inOffices(read: Read, scope: Scope) {
  const query = read.selectFrom('record.conversionBatch')
  return scope.offices === 'all' ? query : query.where('officeId', 'in', [...scope.offices, ''])
}

async function countByState(read: Read, scope: Scope): Promise<Record<BatchState, number>> {
  const rows = await inOffices(read, scope)
    .select('state')
    .select(({ fn }) => fn.countAll<number>().as('batches'))
    .groupBy('state')
    .execute()
  const found = new Map(rows.map(({ state, batches }) => [state, Number(batches)]))
  const counts = batchStates.map((state) => [state, found.get(state) ?? 0])
  return Object.fromEntries(counts)
}

/** Rows of a list with the names that it shows. */
export async function withNames(
  read: ReadTables<ConversionTables & EmployersTables>,
  rows: readonly BatchRow[],
): Promise<LineBatch[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ batchId }) => batchId)
  const desks = await read
    .selectFrom('desk.conversionBatch')
    .select(['batchId', 'documents', 'pages'])
    .where('batchId', 'in', ids)
    .execute()
  const checks = await read
    .selectFrom('desk.conversionCheck')
    .select(['batchId', 'personName'])
    .where('batchId', 'in', ids)
    .execute()
  const names = await employerNames(
    read,
    rows.flatMap(({ accountNo }) => accountNo ?? []),
  )
  return rows.map((row) =>
    lineBatch(row, {
      desk: desks.find(({ batchId }) => batchId === row.batchId) ?? null,
      employerName: row.accountNo === null ? null : (names.get(row.accountNo) ?? null),
      checker: checks.find(({ batchId }) => batchId === row.batchId)?.personName ?? null,
    }),
  )
}
