import { CircleAlert, CircleCheck, X } from 'lucide-react'
import {
  Button as AriaButton,
  UNSTABLE_ToastRegion as AriaRegion,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
} from 'react-aria-components'
import { useWords } from '../words/words.ts'
import { Button } from './button.tsx'
import { useKeys } from './keys.ts'

const limits = { toasts_max: 3 }

/** What was done, and how to undo it: undoing is an act of its own. */
export type Notice = { text: string; tone?: 'good' | 'bad'; undo?: () => void }

export type NoticeQueue = ToastQueue<Notice>

export function newQueue(): NoticeQueue {
  return new ToastQueue<Notice>({ maxVisibleToasts: limits.toasts_max })
}

/** The messages at the foot of the screen. */
export function ToastRegion({ queue }: { queue: NoticeQueue }) {
  const { say } = useWords()
  function undo(key: string, notice: Notice) {
    queue.close(key)
    notice.undo?.()
  }
  useKeys('ctrl+z', () => {
    const last = queue.visibleToasts.find(({ content }) => content.undo !== undefined)
    if (last !== undefined) undo(last.key, last.content)
  })
  return (
    <AriaRegion
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
    </AriaRegion>
  )
}
