import { useEffect, useRef } from 'react'
import type { CheckDocument } from '#conversion/contract'
import { PagePicture, roomOf } from '../conversion/page-picture.tsx'
import { useWords } from '../words/words.ts'
import { CellWord } from './sheet-cell.tsx'

type Props = {
  document: CheckDocument
  shown: boolean
  size: { width: number; height: number }
  /** The page that is looked at, and those marked as bad. */
  page: number
  marked: ReadonlySet<string>
  big: boolean
  onPage: (page: number, open: boolean) => void
}

/** All pages of a document side by side. Those of the next documents are got ready behind it. */
export function DocumentPages({ document, shown, size, page, marked, big, onPage }: Props) {
  const { say } = useWords()
  const frame = useRef<HTMLDivElement>(null)
  const { pages } = document
  useEffect(() => {
    if (shown) frame.current?.children[page]?.scrollIntoView({ block: 'nearest' })
  }, [shown, page])
  const columns = big ? 1 : Math.min(4, Math.max(1, pages.length))
  const rows = big ? 1 : Math.min(2, Math.ceil(pages.length / columns))
  const cell = {
    width: Math.floor(size.width / columns) - 12,
    height: Math.floor(size.height / rows) - 34,
  }
  return (
    <div
      ref={frame}
      aria-hidden={!shown}
      data-shown={shown ? '' : undefined}
      className={`absolute inset-0 flex flex-wrap content-start overflow-auto ${shown ? '' : 'pointer-events-none opacity-0'}`}
    >
      {pages.map((each, index) => {
        if (big && index !== page) return null
        const active = shown && index === page
        const flag = each.flags[0]
        const room = roomOf(each, cell)
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: arrows and Space do the same
          <div
            key={each.pageId}
            role="img"
            aria-label={say('check.pageOf', { page: index + 1, all: pages.length })}
            className="m-1.5 flex cursor-zoom-in flex-col items-center"
            style={{ width: cell.width }}
            onClick={() => onPage(index, false)}
            onDoubleClick={() => onPage(index, true)}
          >
            <div
              className={`relative overflow-hidden rounded-sm border border-line bg-white ${active && pages.length > 1 ? 'shadow-[0_0_0_3px_var(--color-ring)]' : ''} ${marked.has(each.pageId) ? 'outline-4 -outline-offset-4 outline-bad' : ''}`}
              style={room}
            >
              <PagePicture page={each} picture="view" {...room} />
            </div>
            <CellWord
              number={index + 1}
              flag={flag}
              marked={marked.has(each.pageId) ? say('check.marked') : null}
            />
          </div>
        )
      })}
    </div>
  )
}
