import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Me, me as meRoute, signOut } from '#identity/contract'
import { ask } from '../api/ask.ts'
import { useWords } from '../words/words.ts'

/** Who is signed in. The server decides what they may do; screens only show it. */
export function useMe() {
  return useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => ask<typeof meRoute>('GET', '/me', { signal }),
    staleTime: 60_000,
  })
}

/** Null when the signed-in person may do `action`, else the sentence that says why not. */
export function useRefused(action: string): string | null {
  const { say } = useWords()
  const { data } = useMe()
  return data?.actions.includes(action) ? null : say('app.forbidden')
}

/** Takes the answer of a sign-in: everything read before is forgotten, and what is on the screen read anew. */
export function useSignedIn(): (me: Me) => void {
  const queries = useQueryClient()
  return (me) => {
    queries.setQueryData(['me'], me)
    void queries.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' })
  }
}

export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    await ask<typeof signOut>('POST', '/sign-out', { body: {} })
    sessionStorage.removeItem('recent-files')
    queries.clear()
    location.assign('/')
  }
}
