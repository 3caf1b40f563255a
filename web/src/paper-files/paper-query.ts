import {
  type InfiniteData,
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
  PaperFile,
  undoPaperAct,
} from '#paper-files/contract'
import { ask } from '../api/ask.ts'
import { definedParts } from '../api/url-parts.ts'
import { useMe } from '../shell/me.ts'
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

/** As many employers as one question names. */
const limits = { accounts_max: 50 }

/** Where the paper of these employers stands, by account; who may not see it asks nothing. */
export function usePaperPlaces(all: readonly string[]): ReadonlyMap<string, PaperFile[]> {
  const may = useMe().data?.actions.includes('paper-files.list') ?? false
  const accounts = all.slice(0, limits.accounts_max)
  const { data } = useQuery({
    queryKey: ['paper-files', 'places', accounts],
    queryFn: ({ signal }) =>
      ask<typeof locatePaper>('GET', '/paper-places', {
        query: { accounts: accounts.join(',') },
        signal,
      }),
    enabled: may && accounts.length > 0,
    placeholderData: keepPreviousData,
  })
  return Map.groupBy(data?.files ?? [], ({ accountNo }) => accountNo)
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
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ paperFileIds, ...act }: Act) =>
      ask<typeof changePaperFiles>('POST', '/paper-files/acts', {
        body: { ...act, paperFileIds: [...paperFileIds] },
      }),
    // The list shows the act at once; the answer corrects it.
    onMutate: (act) => {
      queries.setQueriesData<ListPages>({ queryKey: ['paper-files', 'list'] }, (known) =>
        known === undefined ? known : withAct(known, act),
      )
    },
    onSettled: refresh,
  })
}

type ListPages = InfiniteData<{ files: PaperFile[]; next: string | null }>

function withAct(known: ListPages, { paperFileIds, change }: Act): ListPages {
  const ids = new Set(paperFileIds)
  const { loan, ...rest } = change
  const parts = definedParts(rest)
  const lent = { lentTo: loan?.lentTo ?? null, dueOn: loan?.dueOn ?? null }
  const stands = change.state === undefined ? parts : { ...parts, ...lent }
  const pages = known.pages.map((page) => ({
    ...page,
    files: page.files.map((file) => (ids.has(file.paperFileId) ? withParts(file, stands) : file)),
  }))
  return { ...known, pages }
}

function withParts(file: PaperFile, parts: Partial<PaperFile>): PaperFile {
  return { ...file, ...parts }
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
