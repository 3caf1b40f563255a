import { type DocumentsTables, findDocument, pagesOfDocument } from '#documents'
import { type EmployersTables, officesOfAccounts } from '#employers'
import { type Id, Refusal } from '#kernel'
import type { ReadTables } from '#platform/postgres'
import type { Context } from '#record'
import { commits } from './commits.ts'
import { refusals } from './refusals.ts'
import { authorOf } from './store.ts'
import type { PageNotesTables } from './tables.ts'

type Words = { id: Id; documentId: string; words: string }

/** Writes a note on a page. @throws Refusal `page-notes.document_unknown` (also out of scope), `page_unknown` */
export async function writeNote(
  context: Context,
  { id, ...note }: Words & { pageId: string; x: number; y: number },
): Promise<{ noteId: string }> {
  const { documentId, pageId } = note
  const accountNo = await accountOf(context, documentId)
  const pages = await pagesOfDocument(context.read<DocumentsTables>(), documentId)
  if (!pages.some((page) => page.pageId === pageId)) {
    throw new Refusal(refusals.page_unknown, { pageId })
  }
  const commit = await context.record(
    { id, streams: [`employer/${accountNo}`], input: note },
    async (read: ReadTables<EmployersTables>) => {
      const officeId = (await officesOfAccounts(read, [accountNo])).get(accountNo)
      if (officeId === undefined) throw new Refusal(refusals.document_unknown, { documentId })
      return commits.fact('page-notes.written/1', { ...note, noteId: id, accountNo, officeId })
    },
  )
  return { noteId: commit.body.noteId }
}

/** Changes the words of an own note. @throws Refusal `note_unknown`, `not_the_author` */
export async function changeNote(
  context: Context,
  { id, documentId, noteId, words }: Words & { noteId: string },
): Promise<{ noteId: string }> {
  const accountNo = await accountOf(context, documentId)
  await context.record(
    { id, streams: [`employer/${accountNo}`], input: { documentId, noteId, words } },
    async (read: ReadTables<PageNotesTables>) => {
      await refuseOthers(context, read, { documentId, noteId })
      return commits.fact('page-notes.changed/1', { noteId, documentId, accountNo, words })
    },
  )
  return { noteId }
}

/** Takes an own note off, or puts it back. @throws Refusal `note_unknown`, `not_the_author` */
export async function removeNote(
  context: Context,
  { id, documentId, noteId, removed }: Omit<Words, 'words'> & { noteId: string; removed: boolean },
): Promise<{ noteId: string }> {
  const accountNo = await accountOf(context, documentId)
  await context.record(
    { id, streams: [`employer/${accountNo}`], input: { documentId, noteId, removed } },
    async (read: ReadTables<PageNotesTables>) => {
      await refuseOthers(context, read, { documentId, noteId })
      return commits.fact('page-notes.removed/1', { noteId, documentId, accountNo, removed })
    },
  )
  return { noteId }
}

async function accountOf(context: Context, documentId: string): Promise<string> {
  const scope = context.may('page-notes.write')
  const document = await findDocument(context.read<DocumentsTables>(), scope, documentId)
  if (document === null) throw new Refusal(refusals.document_unknown, { documentId })
  return document.accountNo
}

async function refuseOthers(
  context: Context,
  read: ReadTables<PageNotesTables>,
  note: { documentId: string; noteId: string },
): Promise<void> {
  const author = await authorOf(read, note)
  if (author === null) throw new Refusal(refusals.note_unknown, { noteId: note.noteId })
  if (author !== context.actor.person) throw new Refusal(refusals.not_the_author)
}
