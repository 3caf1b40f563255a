import { jsonb } from '#platform/postgres'
import { defineProjection } from '#record'
import { commits } from './commits.ts'
import type { EmployerFilesTables } from './tables.ts'

/** The only writer of sections, checklists and waivers. */
export const projection = defineProjection(commits, {
  async 'employer-files.rules-listed/1'({ body, ticket }, write) {
    const tables = write.tables<EmployerFilesTables>()
    await tables.deleteFrom('record.section').execute()
    await tables.deleteFrom('record.checklist').execute()
    for (const section of body.sections) {
      await tables
        .insertInto('record.section')
        .values({ ...section, ticket })
        .execute()
    }
    for (const { slots, ...checklist } of body.checklists) {
      await tables
        .insertInto('record.checklist')
        .values({ ...checklist, slots: jsonb(slots), ticket })
        .execute()
    }
  },

  async 'employer-files.slot-waived/1'({ body, ticket, at, actor }, write) {
    const waiver = {
      officeId: body.officeId,
      reason: body.reason,
      waivedBy: actor.name,
      waivedAt: new Date(at),
      ticket,
    }
    await write
      .tables<EmployerFilesTables>()
      .insertInto('record.waiver')
      .values({ accountNo: body.accountNo, slot: body.slot, ...waiver })
      .onConflict((conflict) => conflict.columns(['accountNo', 'slot']).doUpdateSet(waiver))
      .execute()
  },
})
