import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type {
  BatchState,
  listLineBatches,
  listProfiles,
  OpenBatch,
  readLineBatch,
} from '#conversion/contract'
import { ask } from '../api/ask.ts'

const limits = { poll_ms: { first: 1_000, arriving_max: 8_000, resting: 20_000 } }

export function useLineBatches(state: BatchState | undefined) {
  return useInfiniteQuery({
    queryKey: ['line', 'list', state],
    queryFn: ({ signal, pageParam }) =>
      ask<typeof listLineBatches>('GET', '/line/batches', {
        query: { state, ...(pageParam === '' ? {} : { before: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: limits.poll_ms.resting,
  })
}

export function useProfiles() {
  return useQuery({
    queryKey: ['line', 'profiles'],
    queryFn: ({ signal }) => ask<typeof listProfiles>('GET', '/line/profiles', { signal }),
    staleTime: 300_000,
  })
}

export function batchKey(batchId: string) {
  return ['line', 'batch', batchId] as const
}

export function readBatch(batchId: string, signal?: AbortSignal): Promise<OpenBatch> {
  return ask<typeof readLineBatch>('GET', '/line/batches/:batchId', {
    params: { batchId },
    ...(signal === undefined ? {} : { signal }),
  })
}

/** A batch, asked for again while pages arrive: often while they come, ever less often while none does. */
export function useLineBatch(batchId: string) {
  const pace = useRef<{ seen: OpenBatch | undefined; wait: number }>({
    seen: undefined,
    wait: limits.poll_ms.first,
  })
  return useQuery({
    queryKey: batchKey(batchId),
    queryFn: ({ signal }) => readBatch(batchId, signal),
    refetchInterval: ({ state: { data } }) => {
      if (data === undefined) return false
      const { first, arriving_max, resting } = limits.poll_ms
      if (data.arriving.scans === 0) return resting
      // An answer that says nothing new keeps its identity.
      const wait =
        pace.current.seen === data ? Math.min(arriving_max, pace.current.wait * 1.5) : first
      pace.current = { seen: data, wait }
      return wait
    },
  })
}

/** Asks at once for what is now on its way. */
export function useAskAgain(): (batchId: string) => Promise<void> {
  const queries = useQueryClient()
  return (batchId) => queries.invalidateQueries({ queryKey: batchKey(batchId) })
}
