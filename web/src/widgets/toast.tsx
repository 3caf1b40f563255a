import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { createContext, type ReactNode, use, useState } from 'react'
import {
  Button as AriaButton,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { useWords } from '../words/words.ts'
import { Button } from './button.tsx'
import { useKeys } from './keys.ts'

/** What was done, and how to undo it: undoing is an act of its own. */
export type Notice = { text: string; tone?: 'good' | 'bad'; undo?: () => void }

type Tell = (notice: Notice) => void

const limits = { shown_ms: 10_000, toasts_max: 3 }

const TellContext = createContext<Tell>(() => undefined)

/** Tells of an act for ten seconds, at the foot of the screen. */
export function useToast(): Tell {
  return use(TellContext)
}

/** Holds the messages of the screens below it. Ctrl+Z undoes the last act that can be undone. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const { say } = useWords()
  const [queue] = useState(() => new ToastQueue<Notice>({ maxVisibleToasts: limits.toasts_max }))
  const tell: Tell = (notice) => queue.add(notice, { timeout: limits.shown_ms })
  function undo(key: string, notice: Notice) {
    queue.close(key)
    notice.undo?.()
  }
  useKeys('ctrl+z', () => {
    const last = queue.visibleToasts.find(({ content }) => content.undo !== undefined)
    if (last !== undefined) undo(last.key, last.content)
  })
  return (
    <TellContext value={tell}>
      {children}
      <ToastRegion
        queue={queue}
        aria-label={say('toast.region')}
        className="fixed bottom-16 left-1/2 z-50 flex w-max max-w-[calc(100vw-2rem)] -translate-x-1/2 flex-col gap-2 rounded-lg outline-none sm:bottom-5"
      >
        {({ toast }) => (
          <Toast
            toast={toast}
            className="flex items-center gap-3 rounded-lg bg-ink py-2 pr-2 pl-4 text-sheet shadow-cover data-[entering]:animate-rise"
          >
            {toast.content.tone === 'bad' ? (
              <CircleAlert size={18} aria-hidden className="shrink-0" />
            ) : (
              <CircleCheck size={18} aria-hidden className="shrink-0" />
            )}
            <ToastContent className="min-w-0 text-sm">{toast.content.text}</ToastContent>
            {toast.content.undo === undefined ? null : (
              <Button small onPress={() => undo(toast.key, toast.content)}>
                {say('toast.undo')} <kbd className="key">Ctrl Z</kbd>
              </Button>
            )}
            <AriaButton
              slot="close"
              aria-label={say('app.close')}
              className="rounded-md p-1.5 hover:opacity-80"
            >
              <X size={18} aria-hidden />
            </AriaButton>
          </Toast>
        )}
      </ToastRegion>
    </TellContext>
  )
}
