import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Reason, redactPages, withdrawRedaction } from '#redactions/contract'
import { ask } from '../../api/ask.ts'
import { changedPages, type Draft, type Standing } from './draft.ts'

/** The acts on the covers of a document; what shows its pages is asked anew afterwards. */
export function useRedaction(documentId: string, onSaved: (redactionId: string) => void) {
  const queries = useQueryClient()
  const params = { documentId }
  // Names the act until it is saved: sending again after a cut line does not repeat it.
  const [id, setId] = useState(() => crypto.randomUUID())
  const afresh = async () => {
    await queries.invalidateQueries({ queryKey: ['redactions', documentId] })
    await queries.invalidateQueries({ queryKey: ['page-text'] })
    await queries.invalidateQueries({ queryKey: ['hits', documentId] })
  }
  const save = useMutation({
    mutationFn: (wanted: { draft: Draft; standing: Standing; reason: Reason; note: string }) =>
      ask<typeof redactPages>('POST', '/documents/:documentId/redactions', {
        params,
        body: {
          id,
          reason: wanted.reason,
          note: wanted.note.trim(),
          pages: changedPages(wanted.draft, wanted.standing),
        },
      }),
    onSuccess: async ({ redactionId }) => {
      setId(crypto.randomUUID())
      await afresh()
      onSaved(redactionId)
    },
  })
  const withdraw = useMutation({
    mutationFn: (redactionId: string) =>
      ask<typeof withdrawRedaction>(
        'POST',
        '/documents/:documentId/redactions/:redactionId/withdrawal',
        { params: { documentId, redactionId }, body: { id: crypto.randomUUID() } },
      ),
    onSuccess: afresh,
  })
  return { save, withdraw }
}
