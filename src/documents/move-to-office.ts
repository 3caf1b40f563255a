import type { Tx } from '#platform/postgres'

export type MovedDocument = { documentId: string; officeId: string }

/**
 * Puts the papers of these employers under their office; gives those that moved. Their tickets stay:
 * they tell the order of filing, and by what act the office changed the employer's own row tells.
 */
export async function moveToOffice(
  tx: Tx,
  offices: ReadonlyMap<string, string>,
): Promise<MovedDocument[]> {
  const moved = await tx.execute<MovedDocument>(
    `update record.document d set office_id = moved.office_id
     from unnest($1::text[], $2::text[]) as moved (account_no, office_id)
     where d.account_no = moved.account_no and d.office_id <> moved.office_id
     returning d.document_id as "documentId", d.office_id as "officeId"`,
    [[...offices.keys()], [...offices.values()]],
  )
  if (moved.length === 0) return []
  await tx.execute(
    `update record.page p set office_id = d.office_id from record.document d
     where p.document_id = d.document_id and d.document_id = any($1::uuid[])`,
    [moved.map(({ documentId }) => documentId)],
  )
  return moved
}
