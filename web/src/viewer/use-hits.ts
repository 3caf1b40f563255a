import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { findInDocument } from '#search/contract'
import { ask } from '../api/ask.ts'

/** Where the words of the address stand in the document. */
export function useHits(documentId: string) {
  const { q = '' } = useSearch({ from: '/documents/$documentId' })
  const found = useQuery({
    queryKey: ['hits', documentId, q],
    queryFn: ({ signal }) =>
      ask<typeof findInDocument>('GET', '/documents/:documentId/hits', {
        params: { documentId },
        query: { q },
        signal,
      }),
    enabled: q !== '',
  })
  return { hits: (q === '' ? undefined : found.data?.hits) ?? [], searched: found.isSuccess }
}
