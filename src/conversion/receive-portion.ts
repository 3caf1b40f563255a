import { receiveBatch } from '#intake'
import { type Id, Refusal } from '#kernel'
import { idOf } from '#platform/digests'
import type { Context } from '#record'
import type { PortionPlace } from './arrive.ts'
import { commits } from './commits.ts'
import { limits } from './contract.ts'
import { mustBeAtScanner } from './count-sheets.ts'
import { refusals } from './refusals.ts'
import { batchFor, type Read } from './store.ts'
import type { ConversionTables } from './tables.ts'

export type Portion = {
  readonly batchId: string
  /** Made by the sender; the same portion sent again is the same portion. */
  readonly id: Id
  readonly scans: readonly { name: string; sha256: string }[]
  readonly place: PortionPlace
}

/**
 * Takes scans in for a batch: first the stack by intake, whose commit names the scans, then the commit
 * that says whose they are. Broken off in between, the sender sends again and both find themselves.
 */
export async function receivePortion(
  context: Context,
  { batchId, id, scans, place }: Portion,
): Promise<{ portionId: string; scans: number }> {
  const scope = context.may('conversion.scan')
  const read = context.read<ConversionTables>()
  const batch = await batchFor(read, scope, batchId)
  const known = await portionKnown(read, id)
  if (!known) {
    mustBeAtScanner(batch)
    await refuseTooMany(read, batchId, scans.length)
  }
  const { officeId, number: label } = batch
  await receiveBatch(context, { id, label, source: 'upload', way: 'line', officeId, scans })
  const act = idOf('conversion.portion', id)
  const count = scans.length
  await context.record(
    { id: act, streams: [`batch/${batchId}`], input: { batchId, place } },
    async (held: Read) => {
      mustBeAtScanner(await batchFor(held, scope, batchId))
      const body = { batchId, portionId: id, officeId, scans: count, place }
      return commits.fact('conversion.portion-received/1', body)
    },
  )
  return { portionId: id, scans: count }
}

async function portionKnown(read: Read, portionId: string): Promise<boolean> {
  const row = await read
    .selectFrom('record.conversionPortion')
    .select('portionId')
    .where('portionId', '=', portionId)
    .executeTakeFirst()
  return row !== undefined
}

async function refuseTooMany(read: Read, batchId: string, more: number): Promise<void> {
  const row = await read
    .selectFrom('record.conversionPortion')
    .select(({ fn }) => fn.sum<number>('scans').as('scans'))
    .where('batchId', '=', batchId)
    .executeTakeFirst()
  const count = Number(row?.scans ?? 0) + more
  const most = limits.batch_pages_max
  if (count > most) throw new Refusal(refusals.too_many_pages, { count, most })
}
