import type { ReadTables } from '#platform/postgres'
import type { PageNote } from './contract.ts'
import type { PageNotesTables } from './tables.ts'

type Read = ReadTables<PageNotesTables>

/** The notes on a document that the caller was allowed to open, as this person sees them. */
export async function notesOf(
  read: Read,
  { documentId, person }: { documentId: string; person: string },
): Promise<PageNote[]> {
  const rows = await read
    .selectFrom('record.pageNote')
    .selectAll()
    .where('documentId', '=', documentId)
    .where('removedAt', 'is', null)
    .orderBy('writtenAt')
    .orderBy('noteId')
    .execute()
  return rows.map(({ noteId, pageId, x, y, words, personName, writtenAt, changedAt, ...row }) => ({
    ...{ noteId, pageId, x, y, words, author: personName, mine: row.person === person },
    writtenAt: writtenAt.toISOString(),
    changedAt: changedAt?.toISOString() ?? null,
  }))
}

/** Whose note of the document it is, also when it was taken off. */
export async function authorOf(
  read: Read,
  { documentId, noteId }: { documentId: string; noteId: string },
): Promise<string | null> {
  const row = await read
    .selectFrom('record.pageNote')
    .select('person')
    .where('documentId', '=', documentId)
    .where('noteId', '=', noteId)
    .executeTakeFirst()
  return row?.person ?? null
}
