import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'

type Props = { title: string; hint?: string; onClose: () => void; children: ReactNode }

/** What stands beside the page: its title, a word about it, and what scrolls. */
export function SidePanel({ title, hint, onClose, children }: Props) {
  const { say } = useWords()
  return (
    <aside
      aria-label={title}
      className="flex w-96 max-w-full shrink-0 flex-col border-l border-line bg-sheet max-sm:absolute max-sm:inset-y-0 max-sm:right-0 max-sm:z-10"
    >
      <div className="flex items-start gap-2 border-b border-line py-2 pr-2 pl-4">
        <div className="min-w-0 flex-1">
          <h2 className="text-sm">{title}</h2>
          {hint === undefined ? null : <p className="text-xs text-soft">{hint}</p>}
        </div>
        <button
          type="button"
          aria-label={say('app.close')}
          onClick={onClose}
          className="rounded-md p-1.5 text-soft hover:bg-sunken"
        >
          <X size={18} aria-hidden />
        </button>
      </div>
      <div className="min-h-0 flex-1 overflow-auto px-4 py-3">{children}</div>
    </aside>
  )
}
