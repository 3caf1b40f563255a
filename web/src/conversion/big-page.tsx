import { useRef } from 'react'
import type { LinePage } from '#conversion/contract'
import { useSize } from '../widgets/use-size.ts'
import { useWords } from '../words/words.ts'
import { PagePicture } from './page-picture.tsx'
import { sayFlag } from './page-words.ts'

type Props = {
  /** The page and its neighbours, whose pictures are got ready. */
  pages: readonly LinePage[]
  active: string
  label: string
}

/** One page as large as the screen allows. The keys of the station go on working. */
export function BigPage({ pages, active, label }: Props) {
  const { say } = useWords()
  const frame = useRef<HTMLDivElement>(null)
  const size = useSize(frame)
  const page = pages.find(({ pageId }) => pageId === active)
  const findings = page?.flags ?? []
  return (
    <div className="flex h-full flex-col bg-sunken">
      <div ref={frame} role="img" aria-label={label} className="relative min-h-0 flex-1">
        {pages.map((each) => (
          <div
            key={each.pageId}
            className={`absolute inset-0 ${each.pageId === active ? '' : 'opacity-0'}`}
          >
            <PagePicture page={each} picture="view" {...size} />
          </div>
        ))}
      </div>
      {findings.length === 0 ? null : (
        <p className="border-t border-line bg-warn-tint px-4 py-1 text-sm text-warn">
          {findings.map((flag) => sayFlag(flag, say)).join(' · ')}
        </p>
      )}
    </div>
  )
}
