import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  Duty,
  listCertifications,
  listToCertify,
  lookAtDocument,
  returnFromCertification,
  signBatches,
} from '#certification/contract'
import { ask } from '../api/ask.ts'
import { sameActAgain } from '../api/problem.ts'

const limits = { list_every_ms: 15_000 }
const key = ['certifications'] as const

export function useToCertify() {
  return useQuery({
    queryKey: [...key, 'waiting'],
    queryFn: ({ signal }) =>
      ask<typeof listToCertify>('GET', '/certifications/waiting', { signal }),
    refetchInterval: limits.list_every_ms,
  })
}

export function useCertified() {
  return useQuery({
    queryKey: [...key, 'done'],
    queryFn: ({ signal }) =>
      ask<typeof listCertifications>('GET', '/certifications', { query: {}, signal }),
  })
}

export function useLook(batchId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (documentId: string) =>
      ask<typeof lookAtDocument>('POST', '/certifications/:batchId/looks', {
        params: { batchId },
        body: { documentId },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  })
}

export type Signing = {
  id: string
  duty: Duty
  batches: { batchId: string; digest: string }[]
  password: string
}

export function useSign() {
  const queries = useQueryClient()
  return useMutation({
    ...sameActAgain,
    mutationFn: (body: Signing) =>
      ask<typeof signBatches>('POST', '/certifications/sign', { body }),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
}

export type GivingBack = { id: string; documentId: string; reason: string; note: string }

export function useGiveBack(batchId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: GivingBack) =>
      ask<typeof returnFromCertification>('POST', '/certifications/:batchId/return', {
        params: { batchId },
        body,
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  })
}
