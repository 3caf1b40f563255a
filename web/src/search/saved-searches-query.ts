import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { forgetSearch, listSavedSearches, SavedSearch, saveSearch } from '#search/contract'
import { ask } from '../api/ask.ts'

const queryKey = ['saved-searches']

export function useSavedSearches() {
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => ask<typeof listSavedSearches>('GET', '/saved-searches', { signal }),
  })
}

/** Keeping a new one and renaming are the same act under one id. */
export function useSaveSearch() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ savedId, ...body }: SavedSearch) =>
      ask<typeof saveSearch>('PUT', '/saved-searches/:savedId', { params: { savedId }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey }),
  })
}

export function useForgetSearch() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (savedId: string) =>
      ask<typeof forgetSearch>('DELETE', '/saved-searches/:savedId', { params: { savedId } }),
    onSuccess: () => client.invalidateQueries({ queryKey }),
  })
}
