import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { EmployerHit, PageHit } from '#search/contract'
import { Button } from '../widgets/button.tsx'
import { useWords } from '../words/words.ts'

type MoreState = { next: string | null; more: () => void; busy: boolean }

export function More({ state, of }: { state: MoreState; of: string }) {
  const { say } = useWords()
  if (state.next === null) return null
  return (
    <div>
      <Button
        small
        look="quiet"
        onPress={state.more}
        refused={state.busy ? say('app.loading') : null}
      >
        {say('app.more')} {of}
      </Button>
    </div>
  )
}

/** The first hits of an answer and those asked for after; a new answer begins anew. */
export function useMore<H extends EmployerHit | PageHit>(
  first: readonly H[],
  cursor: string | null,
  ask: (after: string) => Promise<{ hits: H[]; next: string | null }>,
): { hits: readonly H[] } & MoreState {
  const [held, setHeld] = useState({ first, hits: first, next: cursor })
  const current = held.first === first ? held : { first, hits: first, next: cursor }
  const asked = useMutation({
    mutationFn: ask,
    onSuccess: ({ hits, next }) => setHeld({ first, hits: [...current.hits, ...hits], next }),
  })
  return {
    hits: current.hits,
    next: current.next,
    busy: asked.isPending,
    more: () => {
      if (current.next !== null) asked.mutate(current.next)
    },
  }
}
