import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  finishCheck,
  leaveCheck,
  listChecks,
  openCheck,
  openNextCheck,
} from '#conversion/contract'
import { ask } from '../api/ask.ts'
import { sameActAgain } from '../api/problem.ts'

const limits = { queue_every_ms: 20_000 }

export function useChecks() {
  return useQuery({
    queryKey: ['checks', 'queue'],
    queryFn: ({ signal }) => ask<typeof listChecks>('GET', '/line/checks', { query: {}, signal }),
    refetchInterval: limits.queue_every_ms,
  })
}

/** Takes the batch to check, or goes on with it. Asked once: verdicts are kept beside the answer. */
export function useOpenCheck(batchId: string) {
  return useQuery({
    queryKey: ['checks', 'open', batchId],
    queryFn: ({ signal }) =>
      ask<typeof openCheck>('POST', '/line/checks/:batchId/open', {
        params: { batchId },
        body: {},
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  })
}

/** My batch, or the oldest that I may check: its id, or null when there is none. */
export function useNextCheck() {
  return useMutation({
    mutationFn: async () => {
      const { check } = await ask<typeof openNextCheck>('POST', '/line/checks/next', { body: {} })
      return check?.batchId ?? null
    },
  })
}

export function useFinishCheck(batchId: string) {
  const queries = useQueryClient()
  return useMutation({
    ...sameActAgain,
    mutationFn: (id: string) =>
      ask<typeof finishCheck>('POST', '/line/checks/:batchId/finish', {
        params: { batchId },
        body: { id },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['checks', 'queue'] }),
  })
}

export function useLeaveCheck(batchId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () =>
      ask<typeof leaveCheck>('POST', '/line/checks/:batchId/leave', {
        params: { batchId },
        body: {},
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['checks', 'queue'] }),
  })
}
