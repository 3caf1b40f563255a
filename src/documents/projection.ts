import type { z } from 'zod'
import type { Tx } from '#platform/postgres'
import type { Applying } from '#record'
import { defineProjection } from '#record'
import { commits, type Described } from './commits.ts'
import type { DocumentsTables } from './tables.ts'

const limits = { rows_an_insert_max: 500 }

/** The only writer of the catalogue, documents and pages. */
export const projection = defineProjection(commits, {
  async 'documents.catalogue-listed/1'({ body, ticket }, write) {
    const tables = write.tables<DocumentsTables>()
    await tables.deleteFrom('record.documentType').execute()
    const rows = body.types.map((type, index) => ({ ...type, order: index + 1, ticket }))
    for (const some of inserts(rows)) {
      await tables.insertInto('record.documentType').values(some).execute()
    }
  },

  async 'documents.filed/1'(commit, write) {
    const { body } = commit
    const pages = body.pages.map((page) => ({ ...page, turn: 0 as const, straighten: 0 }))
    await fileDocument({ ...commit, body: { ...body, pages } }, write)
  },

  'documents.filed/2': fileDocument,

  async 'documents.corrected/1'({ body, id, at, actor, ticket }, write) {
    const { documents, ...act } = body
    const by = { actId: id, correctedAt: new Date(at), correctedBy: actor.name, ticket }
    const tables = write.tables<DocumentsTables>()
    for (const { documentId, version, before, after } of documents) {
      // The ticket of the row stays: it tells the order of filing.
      await tables
        .updateTable('record.document')
        .set({ ...after, ...columnsOf(after.dated), version })
        .where('documentId', '=', documentId)
        .execute()
      await tables
        .insertInto('record.documentVersion')
        .values({ ...act, ...by, documentId, version, before, after })
        .execute()
    }
  },
})

function columnsOf(dated: Described['dated']) {
  return { dated: dated?.date ?? null, datedPrecision: dated?.precision ?? null }
}

type Filed = z.output<(typeof commits.schemas)['documents.filed/2']>

async function fileDocument(
  { body, ticket, at, actor }: Pick<Applying<string, Filed>, 'body' | 'ticket' | 'at' | 'actor'>,
  write: Tx,
): Promise<void> {
  const tables = write.tables<DocumentsTables>()
  const { pages, dated, batch, ...document } = body
  await tables
    .insertInto('record.document')
    .values({
      ...document,
      ...columnsOf(dated),
      version: 1,
      batchId: batch,
      pages: pages.length,
      filedAt: new Date(at),
      filedBy: actor.name,
      ticket,
    })
    .execute()
  const rows = pages.map(({ sha512, bytes, pixels: [width, height], ...page }, index) => ({
    ...page,
    documentId: body.documentId,
    officeId: body.officeId,
    ordinal: index + 1,
    width,
    height,
    ticket,
  }))
  for (const some of inserts(rows)) {
    await tables.insertInto('record.page').values(some).execute()
  }
}

/** A statement has at most 65,535 parameters. */
function inserts<Row>(rows: readonly Row[]): Row[][] {
  const size = limits.rows_an_insert_max
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
    rows.slice(index * size, (index + 1) * size),
  )
}
