import { jsonb } from '#platform/postgres'
import { defineProjection } from '#record'
import { commits } from './commits.ts'
import type { CopiesTables } from './tables.ts'

/** The only writer of copies. */
export const projection = defineProjection(commits, {
  async 'copies.issued/1'({ body, at, actor, ticket }, write) {
    await write
      .tables<CopiesTables>()
      .insertInto('record.copy')
      .values({
        ...body,
        documents: jsonb(body.documents),
        issuedAt: new Date(at),
        issuedTo: actor.person,
        issuedToName: actor.name,
        ticket,
      })
      .execute()
  },
})
