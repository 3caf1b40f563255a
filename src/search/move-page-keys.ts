import type { Tx } from '#platform/postgres'

/** Pages are found under the office of their document, wherever that has moved. */
export async function movePageKeys(
  tx: Tx,
  documents: readonly { documentId: string; officeId: string }[],
): Promise<void> {
  // Marked as written now, so that a refill that has begun takes them from here.
  await tx.execute(
    `update derived.page_key k
     set office_id = moved.office_id, written_by = pg_current_xact_id()
     from unnest($1::uuid[], $2::text[]) as moved (document_id, office_id)
     where k.document_id = moved.document_id`,
    [documents.map(({ documentId }) => documentId), documents.map(({ officeId }) => officeId)],
  )
}
