import { defineProjection } from '#record'
import { commits } from './commits.ts'
import type { IntakeTables } from './tables.ts'

export const projection = defineProjection(commits, {
  async 'intake.received/1'({ body, ticket, at, actor }, write) {
    const tables = write.tables<IntakeTables>()
    const { scans, ...batch } = body
    await tables
      .insertInto('record.batch')
      .values({ ...batch, receivedAt: new Date(at), receivedBy: actor.name, ticket })
      .execute()
    const { batchId, officeId } = batch
    const rows = scans.map((scan) => ({ ...scan, batchId, officeId, setAsideReason: null, ticket }))
    for (let from = 0; from < rows.length; from += 500) {
      await tables
        .insertInto('record.scan')
        .values(rows.slice(from, from + 500))
        .execute()
    }
  },

  async 'intake.set-aside/1'({ body, ticket }, write) {
    await write
      .tables<IntakeTables>()
      .updateTable('record.scan')
      .set({ setAsideReason: body.reason, ticket })
      .where('scanId', '=', body.scanId)
      .execute()
  },
})
