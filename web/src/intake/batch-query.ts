import { useInfiniteQuery } from '@tanstack/react-query'
import type { listBatches } from '#intake/contract'
import { ask } from '../api/ask.ts'

/** Batches, newest first; events keep those on screen live. */
export function useBatches() {
  return useInfiniteQuery({
    queryKey: ['batches'],
    queryFn: ({ signal, pageParam }) =>
      ask<typeof listBatches>('GET', '/batches', {
        query: pageParam === '' ? {} : { before: pageParam },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
}
