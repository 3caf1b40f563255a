import type { ReadTables } from '#platform/postgres'
import type { Box, Redaction } from './contract.ts'
import type { RedactionsTables } from './tables.ts'

type Read = ReadTables<RedactionsTables>

/** What stands for a page where part of it is covered. */
export type Cover = {
  redactionId: string
  pageId: string
  boxes: Box[]
  picture: { sha256: string; pageIndex: number; mediaType: string }
}

/** The cover of each of these pages, which the caller was allowed to open; pages without one are left out. */
export async function coversOf(
  read: Read,
  pageIds: readonly string[],
): Promise<Map<string, Cover>> {
  if (pageIds.length === 0) return new Map()
  const rows = await read
    .selectFrom('record.redactedPage')
    .select(['redactionId', 'pageId', 'boxes', 'sha256', 'mediaType'])
    .where('pageId', 'in', [...pageIds])
    .where('withdrawnAt', 'is', null)
    .orderBy('ticket')
    .execute()
  // The youngest comes last and stays.
  return new Map(
    rows.map(({ redactionId, pageId, boxes, sha256, mediaType }) => [
      pageId,
      { redactionId, pageId, boxes, picture: { sha256, pageIndex: 0, mediaType } },
    ]),
  )
}

export async function coverOf(read: Read, pageId: string): Promise<Cover | null> {
  return (await coversOf(read, [pageId])).get(pageId) ?? null
}

/** Every redaction of a document that the caller was allowed to open, the youngest first. */
export async function redactionsOf(read: Read, documentId: string): Promise<Redaction[]> {
  const rows = await read
    .selectFrom('record.redactedPage')
    .selectAll()
    .where('documentId', '=', documentId)
    .orderBy('madeAt', 'desc')
    .orderBy('pageId')
    .execute()
  return [...Map.groupBy(rows, ({ redactionId }) => redactionId)].flatMap(([redactionId, all]) => {
    const [row] = all
    if (row === undefined) return []
    const { reason, note, madeBy, madeAt, withdrawnBy, withdrawnAt } = row
    const withdrawn =
      withdrawnAt === null ? null : { by: withdrawnBy ?? '', at: withdrawnAt.toISOString() }
    const pages = all.map(({ pageId, boxes }) => ({ pageId, boxes }))
    return [{ redactionId, reason, note, madeBy, madeAt: madeAt.toISOString(), withdrawn, pages }]
  })
}
