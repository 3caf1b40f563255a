import { defineProjection } from '#record'
import { commits } from './commits.ts'
import type { PageNotesTables } from './tables.ts'

/** The only writer of page notes. */
export const projection = defineProjection(commits, {
  async 'page-notes.written/1'({ body, at, actor, ticket }, write) {
    await write
      .tables<PageNotesTables>()
      .insertInto('record.pageNote')
      .values({
        ...body,
        ...{ writtenAt: new Date(at), person: actor.person, personName: actor.name, ticket },
        ...{ changedAt: null, removedAt: null },
      })
      .execute()
  },

  async 'page-notes.changed/1'({ body: { noteId, words }, at, ticket }, write) {
    await write
      .tables<PageNotesTables>()
      .updateTable('record.pageNote')
      .set({ words, changedAt: new Date(at), ticket })
      .where('noteId', '=', noteId)
      .execute()
  },

  async 'page-notes.removed/1'({ body: { noteId, removed }, at, ticket }, write) {
    await write
      .tables<PageNotesTables>()
      .updateTable('record.pageNote')
      .set({ removedAt: removed ? new Date(at) : null, ticket })
      .where('noteId', '=', noteId)
      .execute()
  },
})
