import { type EmployersTables, findEmployer } from '#employers'
import { type Id, Refusal } from '#kernel'
import type { ReadTables } from '#platform/postgres'
import type { Context } from '#record'
import { commits } from './commits.ts'
import { refusals } from './refusals.ts'
import { checklistOfType } from './store.ts'
import type { EmployerFilesTables } from './tables.ts'

/**
 * Sets a slot of an employer's checklist aside, by name and date. Waiving again replaces the reason.
 * @throws Refusal `employer-files.employer_unknown`, also out of scope; `employer-files.slot_unknown`
 */
export async function waiveSlot(
  context: Context,
  { id, accountNo, slot, reason }: { id: Id; accountNo: string; slot: string; reason: string },
): Promise<{ slot: string; state: 'waived' }> {
  const scope = context.may('employer-files.waive')
  const commit = await context.record(
    { id, streams: [`employer/${accountNo}`], input: { accountNo, slot, reason } },
    async (read: ReadTables<EmployersTables & EmployerFilesTables>) => {
      const employer = await findEmployer(read, scope, accountNo)
      if (employer === null) throw new Refusal(refusals.employer_unknown, { accountNo })
      const rule = await checklistOfType(read, employer.employerType)
      if (!rule?.slots.some(({ code }) => code === slot)) {
        throw new Refusal(refusals.slot_unknown, { slot })
      }
      const { officeId } = employer
      return commits.fact('employer-files.slot-waived/1', { accountNo, officeId, slot, reason })
    },
  )
  return { slot: commit.body.slot, state: 'waived' }
}
