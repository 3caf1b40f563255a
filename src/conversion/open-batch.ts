import { sql } from 'kysely'
import { type EmployersTables, employerExists } from '#employers'
import { type Id, officeDate, Refusal } from '#kernel'
import { type PaperFilesTables, paperFileFor, paperFileStream } from '#paper-files'
import type { ReadTables } from '#platform/postgres'
import type { Context } from '#record'
import { commits } from './commits.ts'
import { countSheets } from './count-sheets.ts'
import { refusals } from './refusals.ts'
import { profileOf } from './scan-profiles.ts'
import { inScope } from './store.ts'
import type { ConversionTables } from './tables.ts'

export type OpenBatchInput = {
  readonly id: Id
  readonly accountNo: string | null
  readonly branchNo: string | null
  readonly paperFile: string | null
  readonly paperFileId: string | null
  readonly profile: string
  readonly sheets: number | null
}

/** Opens a batch at the actor's office; its paper file goes on to the line. The same id finds its batch. */
export async function openBatch(context: Context, input: OpenBatchInput): Promise<void> {
  const scope = context.may('conversion.scan')
  const { id, sheets, ...asked } = input
  const officeId = context.actor.office
  if (!inScope(scope, officeId)) throw new Refusal(refusals.batch_unknown, { batchId: id })
  const { sides } = profileOf(asked.profile)
  const year = Number(officeDate(context.clock.now()).slice(0, 4)) + 543
  const { paperFileId } = asked
  const paper = paperFileId === null ? [] : [paperFileStream(paperFileId)]
  await context.record(
    { id, streams: [`batch/${id}`, `line/${officeId}`, ...paper], input: { ...asked, sheets } },
    async (read: ReadTables<ConversionTables & EmployersTables & PaperFilesTables>) => {
      const file = paperFileId === null ? asked : await paperFileFor(read, scope, paperFileId)
      if (file === null) throw new Refusal(refusals.paper_file_unknown)
      const { accountNo } = file
      if (accountNo !== null && (await employerExists(read, accountNo)) === null) {
        throw new Refusal(refusals.account_unknown, { accountNo })
      }
      const branchNo = file.branchNo ?? (accountNo === null ? null : '000000')
      const number = await nextNumber(read, officeId, `B${year}-`)
      const body = { ...asked, accountNo, branchNo, batchId: id, officeId, number, sides }
      return commits.fact('conversion.opened/1', body)
    },
  )
  if (sheets !== null) await countSheets(context, id, { sheets, skipped: 0 })
}

/** Running numbers of the office and year. The office's line is held, so no two batches get one number. */
async function nextNumber(
  read: ReadTables<ConversionTables>,
  officeId: string,
  prefix: string,
): Promise<string> {
  const row = await read
    .selectFrom('record.conversionBatch')
    .select(sql<string | null>`max(number)`.as('last'))
    .where('officeId', '=', officeId)
    .where('number', 'like', `${prefix}%`)
    .executeTakeFirst()
  const last = Number(row?.last?.slice(prefix.length) ?? 0)
  return `${prefix}${String(last + 1).padStart(6, '0')}`
}
