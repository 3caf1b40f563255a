import { queryOptions } from '@tanstack/react-query'
import type { listRedactions } from '#redactions/contract'
import { ask } from '../../api/ask.ts'

export function redactionsQuery(documentId: string) {
  return queryOptions({
    queryKey: ['redactions', documentId],
    queryFn: ({ signal }) =>
      ask<typeof listRedactions>('GET', '/documents/:documentId/redactions', {
        params: { documentId },
        signal,
      }),
  })
}
