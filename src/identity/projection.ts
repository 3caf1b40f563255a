import type { Tx } from '#platform/postgres'
import { defineProjection } from '#record'
import { commits, type Grant } from './commits.ts'
import type { IdentityTables } from './tables.ts'

export const projection = defineProjection(commits, {
  async 'identity.person-enrolled/1'({ body, at, ticket }, write) {
    const { grants, ...person } = body
    await write
      .tables<IdentityTables>()
      .insertInto('record.person')
      .values({ ...person, active: true, ticket })
      .execute()
    for (const grant of grants) {
      await insertGrant(write, {
        ...grant,
        personId: body.personId,
        grantedAt: new Date(at),
        ticket,
      })
    }
  },

  async 'identity.role-granted/1'({ body, at, ticket }, write) {
    await insertGrant(write, { ...body, grantedAt: new Date(at), ticket })
  },

  async 'identity.grant-revoked/1'({ body }, write) {
    await write
      .tables<IdentityTables>()
      .deleteFrom('record.personGrant')
      .where('personId', '=', body.personId)
      .where('role', '=', body.role)
      .where('officeId', '=', body.officeId)
      .execute()
  },
})

type GrantRow = Grant & { personId: string; grantedAt: Date; ticket: number }

async function insertGrant(write: Tx, row: GrantRow): Promise<void> {
  await write.tables<IdentityTables>().insertInto('record.personGrant').values(row).execute()
}
