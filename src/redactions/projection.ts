import { jsonb } from '#platform/postgres'
import { defineProjection } from '#record'
import { commits } from './commits.ts'
import type { RedactionsTables } from './tables.ts'

/** The only writer of redacted pages. */
export const projection = defineProjection(commits, {
  async 'redactions.made/1'({ body, at, actor, ticket }, write) {
    const { pages, ...redaction } = body
    await write
      .tables<RedactionsTables>()
      .insertInto('record.redactedPage')
      .values(
        pages.map(({ pageId, boxes, sha256, mediaType }) => ({
          ...redaction,
          ...{ pageId, boxes: jsonb(boxes), sha256, mediaType, ticket },
          ...{ madeAt: new Date(at), madeBy: actor.name, withdrawnAt: null, withdrawnBy: null },
        })),
      )
      .execute()
  },

  async 'redactions.withdrawn/1'({ body, at, actor, ticket }, write) {
    await write
      .tables<RedactionsTables>()
      .updateTable('record.redactedPage')
      .set({ withdrawnAt: new Date(at), withdrawnBy: actor.name, ticket })
      .where('redactionId', '=', body.redactionId)
      .execute()
  },
})
