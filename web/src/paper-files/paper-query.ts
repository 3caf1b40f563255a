import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type {
  changePaperFiles,
  countPaperFiles,
  listExpectedFiles,
  listPaperFiles,
  locatePaper,
  openPaperFile,
  PaperChange,
  undoPaperAct,
} from '#paper-files/contract'
import { ask } from '../api/ask.ts'
import type { PaperUrl } from './paper-url.ts'

export type PaperFilters = Omit<PaperUrl, 'file' | 'office'> & { office: string }

type ListQuery = Parameters<typeof ask<typeof listPaperFiles>>[2]['query']

export function usePaperFiles(filters: PaperFilters) {
  return useInfiniteQuery({
    queryKey: ['paper-files', 'list', filters],
    queryFn: ({ signal, pageParam }) =>
      ask<typeof listPaperFiles>('GET', '/paper-files', {
        // The server parses and refuses wrong values; an address typed by hand may hold any text.
        query: { ...(filters as ListQuery), ...(pageParam === '' ? {} : { after: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
}

export function usePaperCounts(office: string) {
  return useQuery({
    queryKey: ['paper-files', 'counts', office],
    queryFn: ({ signal }) =>
      ask<typeof countPaperFiles>('GET', '/paper-files/counts', { query: { office }, signal }),
  })
}

export function usePaperFile(paperFileId: string) {
  return useQuery({
    queryKey: ['paper-files', 'file', paperFileId],
    queryFn: ({ signal }) =>
      ask<typeof openPaperFile>('GET', '/paper-files/:paperFileId', {
        params: { paperFileId },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}

/** Where the paper of these employers stands; nothing is asked by who may not see it. */
export function usePaperPlaces(accounts: readonly string[], may: boolean) {
  return useQuery({
    queryKey: ['paper-files', 'places', accounts],
    queryFn: ({ signal }) =>
      ask<typeof locatePaper>('GET', '/paper-places', {
        query: { accounts: accounts.join(',') },
        signal,
      }),
    enabled: may && accounts.length > 0,
    placeholderData: keepPreviousData,
  })
}

type Act = {
  id: string
  paperFileIds: readonly string[]
  change: PaperChange
  reason: string | null
}

function useRefreshed() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['paper-files'] })
}

export function useChangePaper() {
  const refresh = useRefreshed()
  return useMutation({
    mutationFn: ({ paperFileIds, ...act }: Act) =>
      ask<typeof changePaperFiles>('POST', '/paper-files/acts', {
        body: { ...act, paperFileIds: [...paperFileIds] },
      }),
    onSettled: refresh,
  })
}

export function useUndoPaper() {
  const refresh = useRefreshed()
  return useMutation({
    mutationFn: (actId: string) =>
      ask<typeof undoPaperAct>('POST', '/paper-files/acts/:actId/undo', {
        params: { actId },
        body: { id: crypto.randomUUID() },
      }),
    onSettled: refresh,
  })
}

export function useListExpected() {
  const refresh = useRefreshed()
  return useMutation({
    mutationFn: (officeId: string) =>
      ask<typeof listExpectedFiles>('POST', '/paper-files/lists', { body: { officeId } }),
    onSettled: refresh,
  })
}
