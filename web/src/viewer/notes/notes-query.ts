import { queryOptions } from '@tanstack/react-query'
import type { listNotes } from '#page-notes/contract'
import { ask } from '../../api/ask.ts'

export function notesQuery(documentId: string) {
  return queryOptions({
    queryKey: ['notes', documentId],
    queryFn: ({ signal }) =>
      ask<typeof listNotes>('GET', '/documents/:documentId/notes', {
        params: { documentId },
        signal,
      }),
  })
}
