import type { ReadTables } from '#platform/postgres'
import { type FiledPaper, judgeChecklist } from './checklist.ts'
import type { SectionRule } from './commits.ts'
import type { Checklist } from './contract.ts'
import type { EmployerFilesTables } from './tables.ts'

type Read = ReadTables<EmployerFilesTables>

/** The sections in the order of the tabs, with the tier each raises its papers to. Public matter. */
export async function listSections(read: Read): Promise<SectionRule[]> {
  return await read
    .selectFrom('record.section')
    .select(['code', 'order', 'titleTh', 'titleEn', 'defaultTier', 'raisesTo'])
    .orderBy('order')
    .execute()
}

/** The checklist that serves this type of employer, or null. */
export async function checklistOfType(read: Read, employerType: string | null) {
  if (employerType === null) return null
  const rules = await read
    .selectFrom('record.checklist')
    .select(['code', 'employerTypes', 'slots'])
    .orderBy('code')
    .execute()
  return rules.find(({ employerTypes }) => employerTypes.includes(employerType)) ?? null
}

/**
 * What should be in the file of an employer that the caller was allowed to open.
 * Null when the employer type is unknown.
 */
export async function checklistFor(
  read: Read,
  employer: {
    accountNo: string
    employerType: string | null
    filed: readonly FiledPaper[]
    typeTitles: ReadonlyMap<string, string>
  },
): Promise<Checklist | null> {
  const rule = await checklistOfType(read, employer.employerType)
  if (rule === null) return null
  const rows = await read
    .selectFrom('record.waiver')
    .select(['slot', 'reason', 'waivedBy', 'waivedAt'])
    .where('accountNo', '=', employer.accountNo)
    .execute()
  const waivers = new Map(
    rows.map(({ slot, reason, waivedBy, waivedAt }) => [
      slot,
      { reason, by: waivedBy, on: waivedAt.toISOString() },
    ]),
  )
  return judgeChecklist(rule, { filed: employer.filed, typeTitles: employer.typeTitles, waivers })
}
