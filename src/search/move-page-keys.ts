import type { Tx } from '#platform/postgres'

// The lists know a sealed page by what it was when it was sealed: what changes is fresh again until they are made
// anew. Rows are marked as written now, so that a refill that has begun takes them from here.

/** Pages are found under the office of their document, wherever that has moved. */
export async function movePageKeys(
  tx: Tx,
  documents: readonly { documentId: string; officeId: string }[],
): Promise<void> {
  await tx.execute(
    `update derived.page_key k
     set office_id = moved.office_id, place = null, written_by = pg_current_xact_id()
     from unnest($1::uuid[], $2::text[]) as moved (document_id, office_id)
     where k.document_id = moved.document_id`,
    [documents.map(({ documentId }) => documentId), documents.map(({ officeId }) => officeId)],
  )
}

/** Pages are found under the type and year of their document, as these were corrected. */
export async function correctPageKeys(
  tx: Tx,
  documents: readonly { documentId: string; type: string; dated: { date: string } | null }[],
): Promise<void> {
  await tx.execute(
    `update derived.page_key k
     set type = said.type, year = left(said.date, 4)::integer, place = null,
       written_by = pg_current_xact_id()
     from unnest($1::uuid[], $2::text[], $3::text[]) as said (document_id, type, date)
     where k.document_id = said.document_id
       and (k.type, k.year) is distinct from (said.type, left(said.date, 4)::integer)`,
    [
      documents.map(({ documentId }) => documentId),
      documents.map(({ type }) => type),
      documents.map(({ dated }) => dated?.date ?? null),
    ],
  )
}
