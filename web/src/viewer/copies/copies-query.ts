import { queryOptions } from '@tanstack/react-query'
import type { listCopies, listPurposes } from '#copies/contract'
import { ask } from '../../api/ask.ts'

/** Why pages may be taken, and what each purpose asks for. */
export const purposesQuery = queryOptions({
  queryKey: ['copy-purposes'],
  queryFn: ({ signal }) => ask<typeof listPurposes>('GET', '/copy-purposes', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

export function copiesQuery(accountNo: string) {
  return queryOptions({
    queryKey: ['copies', accountNo],
    queryFn: ({ signal }) =>
      ask<typeof listCopies>('GET', '/employer-files/:accountNo/copies', {
        params: { accountNo },
        signal,
      }),
  })
}
