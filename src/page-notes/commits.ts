import { z } from 'zod'
import { AccountNo } from '#employers/contract'
import { defineCommits } from '#record'

const Note = z.object({ noteId: z.uuid(), documentId: z.uuid(), accountNo: AccountNo })

export const commits = defineCommits({
  'page-notes.written/1': Note.extend({
    officeId: z.string(),
    pageId: z.uuid(),
    x: z.number().min(0).max(1),
    y: z.number().min(0).max(1),
    words: z.string().min(1),
  }),
  'page-notes.changed/1': Note.extend({ words: z.string().min(1) }),
  /** Taken off the page, or put back. */
  'page-notes.removed/1': Note.extend({ removed: z.boolean() }),
})
