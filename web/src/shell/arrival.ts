import { useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useWords } from '../words/words.ts'

const limits = { wait_ms: 4_000 }

/**
 * A new screen begins at its heading: the tab is named by it and focus goes there, so that a
 * screen reader says where one is. A screen with a field of its own to begin with keeps its focus.
 */
export function useArrival(): void {
  const { say } = useWords()
  const path = useRouterState({
    // Where the router has arrived, not where it is going: until then the old screen stands.
    select: ({ resolvedLocation, location }) => (resolvedLocation ?? location).pathname,
  })
  const name = say('app.name')
  // biome-ignore lint/correctness/useExhaustiveDependencies: each path is an arrival
  useEffect(() => {
    const main = document.getElementById('content')
    if (main === null) return
    const arrive = () => {
      const heading = main.querySelector('h1')
      if (heading === null) return false
      const title = heading.textContent.trim()
      document.title = title === '' || title === name ? name : `${title} · ${name}`
      if (!main.contains(document.activeElement)) {
        heading.tabIndex = -1
        heading.focus({ preventScroll: true })
      }
      return true
    }
    if (arrive()) return
    const watch = new MutationObserver(() => {
      if (arrive()) watch.disconnect()
    })
    watch.observe(main, { childList: true, subtree: true })
    const timer = setTimeout(() => watch.disconnect(), limits.wait_ms)
    return () => {
      clearTimeout(timer)
      watch.disconnect()
    }
  }, [path, name])
}
