import { useInfiniteQuery } from '@tanstack/react-query'
import type { listInbox } from '#intake/contract'
import { ask } from '../api/ask.ts'

export type InboxState = 'waiting' | 'quarantined'

export function useInbox(state: InboxState) {
  return useInfiniteQuery({
    queryKey: ['inbox', state],
    queryFn: ({ signal, pageParam }) =>
      ask<typeof listInbox>('GET', '/inbox', {
        query: pageParam === '' ? { state } : { state, after: pageParam },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
}
