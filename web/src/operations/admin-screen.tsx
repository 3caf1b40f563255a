import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import { Layers, type LucideIcon } from 'lucide-react'
import { useKeys } from '../widgets/keys.ts'
import type { WordKey } from '../words/th.ts'
import { useWords } from '../words/words.ts'
import { useOperationsEvents } from './use-operations-events.ts'

type Part = { to: '/admin/queues'; word: WordKey; icon: LucideIcon }

const parts: readonly Part[] = [{ to: '/admin/queues', word: 'operations.queues', icon: Layers }]

/** The frame of what an administrator tends. */
export function AdminScreen() {
  const { say } = useWords()
  const navigate = useNavigate()
  useOperationsEvents()
  useKeys(['1', '2', '3'], (event) => {
    const part = parts[Number(/\d$/.exec(event.code)?.[0]) - 1]
    if (part !== undefined) void navigate({ to: part.to })
  })
  return (
    <div className="mx-auto flex max-w-[1400px] lg:h-full flex-col gap-3 px-4 pt-2 pb-3 sm:px-6">
      <nav aria-label={say('operations.parts')} className="flex gap-1 border-b border-line">
        {parts.map(({ to, word, icon: Icon }, at) => (
          <Link
            key={to}
            to={to}
            activeOptions={{ includeSearch: false }}
            className="-mb-px flex min-h-10 items-center gap-2 border-b-3 border-transparent px-3 text-soft hover:text-ink data-[status=active]:border-brand data-[status=active]:font-semibold data-[status=active]:text-brand"
          >
            <Icon size={18} aria-hidden />
            {say(word)}
            <kbd aria-hidden className="key max-sm:hidden">
              {at + 1}
            </kbd>
          </Link>
        ))}
      </nav>
      <Outlet />
    </div>
  )
}
