import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { EmployerHit, PageHit } from '#search/contract'
import { Button } from '../widgets/button.tsx'
import { useRested } from '../widgets/use-rested.ts'
import { useWords } from '../words/words.ts'
import { PeekEmployer } from './peek-employer.tsx'
import { PeekPage } from './peek-page.tsx'

const limits = { rest_ms: 120 }

/** A hit of either kind. */
export type Hit = EmployerHit | PageHit

export function isPageHit(hit: Hit): hit is PageHit {
  return 'pageId' in hit
}

type Props = { hit: Hit | undefined; q: string; onClose: () => void }

/** What the chosen hit holds, beside the list: it follows the choice and takes no focus. */
export function Peek({ hit, q, onClose }: Props) {
  const { say } = useWords()
  const shown = useRested(hit, limits.rest_ms)
  return (
    <aside
      aria-label={say('peek.title')}
      className="flex min-h-0 flex-col border-line bg-raised max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-30 max-lg:h-[62vh] max-lg:rounded-t-xl max-lg:border max-lg:shadow-cover lg:sticky lg:top-3 lg:h-[calc(100vh-7rem)] lg:animate-arrive lg:rounded-lg lg:border"
    >
      <div className="flex items-center justify-between gap-2 border-b border-line py-1 pr-1 pl-4">
        <h2 className="text-sm font-semibold text-soft">{say('peek.title')}</h2>
        <Button small look="quiet" label={`${say('app.close')} Esc`} onPress={onClose}>
          <X size={18} aria-hidden />
        </Button>
      </div>
      <div className="min-h-0 flex-1 overflow-auto p-4">
        <PeekOf hit={shown} q={q} />
      </div>
    </aside>
  )
}

function PeekOf({ hit, q }: { hit: Hit | undefined; q: string }): ReactNode {
  const { say } = useWords()
  if (hit === undefined) return <p className="text-soft">{say('peek.none')}</p>
  if (isPageHit(hit))
    return <PeekPage key={`${hit.pageId} ${hit.lineBox.join()}`} hit={hit} q={q} />
  return <PeekEmployer key={hit.accountNo} hit={hit} />
}
