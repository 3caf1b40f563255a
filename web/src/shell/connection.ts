import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'

const limits = { ask_again_ms: 3_000 }

async function serverAnswers(): Promise<boolean> {
  const answer = await fetch('/api/health', { cache: 'no-store' }).catch(() => null)
  return answer?.ok ?? false
}

/**
 * Whether the server can be reached. A request that fails for want of an answer, a cut event
 * stream or the computer's own word make it doubtful; then it asks until there is an answer, and
 * what is on the screen is read anew. `doubt` is for those who notice first.
 */
export function useConnection(): { connected: boolean; doubt: () => void } {
  const queries = useQueryClient()
  const [connected, setConnected] = useState(true)
  const [doubted, setDoubted] = useState(0)
  const cut = useRef(false)
  const doubt = () => setDoubted((count) => count + 1)

  useEffect(() => {
    const onLine = () => setDoubted((count) => count + 1)
    addEventListener('offline', onLine)
    addEventListener('online', onLine)
    const unsubscribe = queries.getQueryCache().subscribe((event) => {
      // fetch throws a TypeError when nobody answers; a refusal is an answer.
      if (event.type === 'updated' && event.query.state.fetchFailureReason instanceof TypeError) {
        onLine()
      }
    })
    return () => {
      removeEventListener('offline', onLine)
      removeEventListener('online', onLine)
      unsubscribe()
    }
  }, [queries])

  useEffect(() => {
    if (doubted === 0) return
    let wanted = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      const answers = await serverAnswers()
      if (!wanted) return
      setConnected(answers)
      if (answers && cut.current) void queries.invalidateQueries()
      cut.current = !answers
      if (!answers) timer = setTimeout(() => void look(), limits.ask_again_ms)
    }
    void look()
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [doubted, queries])

  return { connected, doubt }
}
