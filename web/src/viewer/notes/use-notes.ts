import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { changeNote, removeNote, writeNote } from '#page-notes/contract'
import { ask } from '../../api/ask.ts'

/** A note that is being written: where on which page, and of which note the words are changed. */
export type NoteDraft = {
  pageId: string
  x: number
  y: number
  words: string
  noteId: string | null
}

/** The acts on the notes of a document. */
export function useNotes(documentId: string) {
  const queries = useQueryClient()
  const afresh = () => queries.invalidateQueries({ queryKey: ['notes', documentId] })
  // Names the act until it is saved: sending again after a cut line does not repeat it.
  const [id, setId] = useState(() => crypto.randomUUID())
  const save = useMutation({
    mutationFn: ({ noteId, words, ...place }: NoteDraft) =>
      noteId === null
        ? ask<typeof writeNote>('POST', '/documents/:documentId/notes', {
            params: { documentId },
            body: { id, ...place, words },
          })
        : ask<typeof changeNote>('POST', '/documents/:documentId/notes/:noteId/words', {
            params: { documentId, noteId },
            body: { id, words },
          }),
    onSuccess: async () => {
      setId(crypto.randomUUID())
      await afresh()
    },
  })
  const remove = useMutation({
    mutationFn: ({ noteId, removed }: { noteId: string; removed: boolean }) =>
      ask<typeof removeNote>('POST', '/documents/:documentId/notes/:noteId/removal', {
        params: { documentId, noteId },
        body: { id: crypto.randomUUID(), removed },
      }),
    onSuccess: afresh,
  })
  return { save, remove }
}
