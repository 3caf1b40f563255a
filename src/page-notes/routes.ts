import { type DocumentsTables, findDocument } from '#documents'
import { Refusal } from '#kernel'
import { handle } from '#record'
import * as contract from './contract.ts'
import { refusals } from './refusals.ts'
import { notesOf } from './store.ts'
import type { PageNotesTables } from './tables.ts'
import { changeNote, removeNote, writeNote } from './write-note.ts'

export const handlers = [
  handle(contract.listNotes, async (context, { params: { documentId } }) => {
    const read = context.read<DocumentsTables & PageNotesTables>()
    const document = await findDocument(read, context.may('documents.open'), documentId)
    if (document === null) throw new Refusal(refusals.document_unknown, { documentId })
    return { notes: await notesOf(read, { documentId, person: context.actor.person }) }
  }),
  handle(contract.writeNote, (context, { params, body }) =>
    writeNote(context, { ...params, ...body }),
  ),
  handle(contract.changeNote, (context, { params, body }) =>
    changeNote(context, { ...params, ...body }),
  ),
  handle(contract.removeNote, (context, { params, body }) =>
    removeNote(context, { ...params, ...body }),
  ),
]
