import { Refusal } from '#kernel'
import type { Context } from '#record'
import type { OpenCheck } from './contract.ts'
import { listChecks } from './list-checks.ts'
import { openCheck } from './open-check.ts'
import { refusals } from './refusals.ts'
import { batchFor } from './store.ts'
import type { ConversionTables } from './tables.ts'

/** Gives my batch back to the queue; the verdicts given so far are dropped. */
export async function leaveCheck(context: Context, batchId: string): Promise<{ left: true }> {
  const scope = context.may('conversion.check')
  await batchFor(context.read<ConversionTables>(), scope, batchId)
  await context.desk<ConversionTables, void>(async (write) => {
    const { person } = context.actor
    await write
      .deleteFrom('desk.conversionCheck')
      .where('batchId', '=', batchId)
      .where('person', '=', person)
      .execute()
    await write
      .deleteFrom('desk.conversionVerdict')
      .where('batchId', '=', batchId)
      .where('person', '=', person)
      .execute()
  })
  return { left: true }
}

/** My batch that is open, or the oldest that I may take; null when there is none. */
export async function openNextCheck(context: Context): Promise<{ check: OpenCheck | null }> {
  const { checks } = await listChecks(context, {})
  const mine = checks.filter((check) => check.mine)
  for (const { batchId } of [...mine, ...checks.filter(({ refused }) => refused === null)]) {
    try {
      return { check: await openCheck(context, batchId) }
    } catch (reason) {
      // Somebody was faster: the next one.
      const taken = reason instanceof Refusal && reason.kind === refusals.check_taken
      if (!taken) throw reason
    }
  }
  return { check: null }
}
