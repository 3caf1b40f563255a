import { z } from 'zod'
import { defineRoute } from '#kernel'

export const limits = { words_characters_max: 1_000 }

const fraction = z.number().min(0).max(1)
const Words = z.string().trim().min(1).max(limits.words_characters_max)

export const PageNote = z.object({
  noteId: z.string(),
  pageId: z.string(),
  /** In fractions of the page as shown. */
  x: z.number(),
  y: z.number(),
  words: z.string(),
  author: z.string(),
  writtenAt: z.iso.datetime(),
  changedAt: z.iso.datetime().nullable(),
  /** Whether the reader wrote it, and so may change it and take it off. */
  mine: z.boolean(),
})
export type PageNote = z.infer<typeof PageNote>

export const listNotes = defineRoute({
  method: 'GET',
  path: '/documents/:documentId/notes',
  action: 'documents.open',
  summary: 'The notes on the pages of a document, in the order of writing',
  params: z.object({ documentId: z.uuid() }),
  reply: z.object({ notes: z.array(PageNote) }),
})

export const writeNote = defineRoute({
  method: 'POST',
  path: '/documents/:documentId/notes',
  action: 'page-notes.write',
  summary: 'Write a note on a page',
  params: z.object({ documentId: z.uuid() }),
  body: z.object({ id: z.uuid(), pageId: z.uuid(), x: fraction, y: fraction, words: Words }),
  reply: z.object({ noteId: z.string() }),
})

export const changeNote = defineRoute({
  method: 'POST',
  path: '/documents/:documentId/notes/:noteId/words',
  action: 'page-notes.write',
  summary: 'Change the words of an own note',
  params: z.object({ documentId: z.uuid(), noteId: z.uuid() }),
  body: z.object({ id: z.uuid(), words: Words }),
  reply: z.object({ noteId: z.string() }),
})

export const removeNote = defineRoute({
  method: 'POST',
  path: '/documents/:documentId/notes/:noteId/removal',
  action: 'page-notes.write',
  summary: 'Take an own note off the page, or put it back',
  params: z.object({ documentId: z.uuid(), noteId: z.uuid() }),
  body: z.object({ id: z.uuid(), removed: z.boolean() }),
  reply: z.object({ noteId: z.string() }),
})
