import { createContext, lazy, type ReactNode, Suspense, use, useRef, useState } from 'react'
import type { Notice, NoticeQueue } from './toast-region.tsx'

type Tell = (notice: Notice) => void

const limits = { shown_ms: 10_000 }

const TellContext = createContext<Tell>(() => undefined)

/** Tells of an act for ten seconds, at the foot of the screen. */
export function useToast(): Tell {
  return use(TellContext)
}

/** Asked for when the screen stands, so that the first message is not kept waiting. */
export const fetchToasts = () => import('./toast-region.tsx')
const ToastRegion = lazy(async () => ({ default: (await fetchToasts()).ToastRegion }))

/** Holds the messages of the screens below it. Ctrl+Z undoes the last act that can be undone. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [queue, setQueue] = useState<NoticeQueue | null>(null)
  const asked = useRef<Promise<NoticeQueue> | null>(null)
  async function queueOfNotices(): Promise<NoticeQueue> {
    const made = (await fetchToasts()).newQueue()
    setQueue(made)
    return made
  }
  function tell(notice: Notice) {
    asked.current ??= queueOfNotices()
    asked.current.then(
      (made) => made.add(notice, { timeout: limits.shown_ms }),
      () => {
        // The line is cut and the region was never fetched: the bar above the screen says so.
        asked.current = null
      },
    )
  }
  return (
    <TellContext value={tell}>
      {children}
      <Suspense>{queue === null ? null : <ToastRegion queue={queue} />}</Suspense>
    </TellContext>
  )
}
