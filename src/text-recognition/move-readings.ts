import type { Tx } from '#platform/postgres'

/** Readings stand under the office of their document, wherever that has moved. */
export async function moveReadings(
  tx: Tx,
  documents: readonly { documentId: string; officeId: string }[],
): Promise<void> {
  await tx.execute(
    `update derived.page_reading r set office_id = moved.office_id
     from unnest($1::uuid[], $2::text[]) as moved (document_id, office_id)
     where r.document_id = moved.document_id`,
    [documents.map(({ documentId }) => documentId), documents.map(({ officeId }) => officeId)],
  )
}
