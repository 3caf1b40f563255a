import { defineProjection } from '#record'
import { commits } from './commits.ts'
import type { OfficesTables } from './tables.ts'

export const projection = defineProjection(commits, {
  async 'offices.listed/1'({ body, ticket }, write) {
    for (const { code, ...facts } of body.offices) {
      await write
        .tables<OfficesTables>()
        .insertInto('record.office')
        .values({ code, ...facts, ticket })
        .onConflict((conflict) => conflict.column('code').doUpdateSet({ ...facts, ticket }))
        .execute()
    }
  },
})
