import { Refusal } from '#kernel'
import type { Context } from '#record'
import { examinationsOf, inScope } from './examinations.ts'
import { refusals } from './refusals.ts'
import type { IntakeTables } from './tables.ts'

/** Which image of which blob a page of a waiting scan is. What is in quarantine has no picture. */
export async function waitingPage(
  context: Context,
  { scanId, ordinal }: { scanId: string; ordinal: number },
): Promise<{ sha256: string; pageIndex: number }> {
  const scope = context.may('intake.list')
  const read = context.read<IntakeTables>()
  const scan = await read
    .selectFrom('record.scan')
    .select(['officeId', 'sha256', 'setAsideReason'])
    .where('scanId', '=', scanId)
    .executeTakeFirst()
  const examination = (await examinationsOf(read, [scanId])).get(scanId)
  // One answer for all of these: it never tells which.
  const shown =
    scan !== undefined &&
    inScope(scope, scan.officeId) &&
    scan.setAsideReason === null &&
    examination?.state === 'waiting' &&
    ordinal <= examination.pages.length
  if (!shown) throw new Refusal(refusals.scan_unknown, { scanId })
  return { sha256: scan.sha256, pageIndex: ordinal - 1 }
}
