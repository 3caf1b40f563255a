import { defineProjection } from '#record'
import { commits } from './commits.ts'
import type { DocumentsTables } from './tables.ts'

export const projection = defineProjection(commits, {
  async 'documents.catalogue-listed/1'({ body, ticket }, write) {
    const tables = write.tables<DocumentsTables>()
    await tables.deleteFrom('record.documentType').execute()
    const rows = body.types.map((type, order) => ({ ...type, order, ticket }))
    await tables.insertInto('record.documentType').values(rows).execute()
  },

  async 'documents.filed/1'({ body, ticket, at, actor }, write) {
    const tables = write.tables<DocumentsTables>()
    const { batch, dated, pages, ...document } = body
    await tables
      .insertInto('record.document')
      .values({
        ...document,
        dated: dated?.date ?? null,
        datedPrecision: dated?.precision ?? null,
        batchId: batch,
        pages: pages.length,
        filedAt: new Date(at),
        filedBy: actor.name,
        ticket,
      })
      .execute()
    const rows = pages.map(({ pixels: [width, height], sha512, bytes, ...page }, at) => ({
      ...page,
      documentId: body.documentId,
      officeId: body.officeId,
      ordinal: at + 1,
      width,
      height,
      ticket,
    }))
    for (let from = 0; from < rows.length; from += 500) {
      await tables
        .insertInto('record.page')
        .values(rows.slice(from, from + 500))
        .execute()
    }
  },
})
