import { useEffect, useState } from 'react'
import { useLatest } from '../widgets/use-latest.ts'

/** What is on its way to the server, and how much of it was given up so far. */
type Storing = { readonly waiting: number; readonly lost: number }

/** An act on what was done so far: at once, or when that is stored. Where some of it was given up, not at all. */
export function useWhenStored({ waiting, lost }: Storing, act: () => void): () => void {
  const [wished, setWished] = useState<{ lost: number } | null>(null)
  const latest = useLatest(act)
  useEffect(() => {
    if (wished === null || waiting > 0) return
    setWished(null)
    if (wished.lost === lost) latest()
  }, [wished, waiting, lost, latest])
  return () => setWished({ lost })
}
