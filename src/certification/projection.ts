import { jsonb } from '#platform/postgres'
import { defineProjection } from '#record'
import { commits } from './commits.ts'
import type { CertificationTables } from './tables.ts'

export const projection = defineProjection(commits, {
  async 'certification.signed/1'({ body, actor, at, ticket }, write) {
    const { batchId, officeId, round, duty, digest } = body
    await write
      .tables<CertificationTables>()
      .insertInto('record.signature')
      .values({
        ...{ batchId, officeId, round, duty, digest, ticket },
        person: actor.person,
        personName: actor.name,
        position: actor.position ?? null,
        signedAt: new Date(at),
      })
      .execute()
  },

  async 'certification.certified/1'({ body, at, ticket }, write) {
    const { batchId, officeId, number, digest, duties, rules, documents } = body
    await write
      .tables<CertificationTables>()
      .insertInto('record.certification')
      .values({
        ...{ batchId, officeId, number, digest, ticket },
        certifiedAt: new Date(at),
        documents: documents.length,
        pages: documents.reduce((sum, { pages }) => sum + pages, 0),
        duties: jsonb(duties),
        rules: jsonb(rules),
      })
      .execute()
  },
})
