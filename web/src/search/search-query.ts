import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { listTypes } from '#documents/contract'
import type { listOffices } from '#offices/contract'
import type { SearchAnswer, search } from '#search/contract'
import { ask } from '../api/ask.ts'
import { type SearchUrl, worthAsking } from './search-url.ts'

/** Each key asks anew; the question before is cancelled, its answer stays until the new one comes. */
export function useSearch(url: SearchUrl) {
  const q = url.q ?? ''
  return useQuery({
    queryKey: ['search', url],
    queryFn: ({ signal }): Promise<SearchAnswer> =>
      ask<typeof search>('GET', '/search', { query: { ...readStatus(url), q }, signal }),
    enabled: worthAsking(q),
    placeholderData: keepPreviousData,
  })
}

type Query = Parameters<typeof ask<typeof search>>[2]['query']

// The server parses and refuses wrong values; an address typed by hand may hold any text.
function readStatus(url: SearchUrl): Omit<Query, 'q'> {
  return url as Omit<Query, 'q'>
}

/** More of one part, after its cursor. */
export function moreOf(url: SearchUrl, part: 'employers' | 'pages', after: string) {
  return ask<typeof search>('GET', '/search', {
    query: { ...readStatus(url), q: url.q ?? '', part, after },
  })
}

export function useOffices() {
  return useQuery({
    queryKey: ['offices'],
    queryFn: ({ signal }) => ask<typeof listOffices>('GET', '/offices', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function useDocumentTypes() {
  return useQuery({
    queryKey: ['document-types'],
    queryFn: ({ signal }) => ask<typeof listTypes>('GET', '/document-types', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}
