import { Check, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import type { LinePage } from '#conversion/contract'
import { useWords } from '../words/words.ts'
import { PagePicture } from './page-picture.tsx'
import { sizes } from './page-rows.ts'
import { worstFlag } from './page-words.ts'

const picture = { width: sizes.cell - 14, height: 118 }

export type CellState = { active: boolean; chosen: boolean; over: 'before' | 'behind' | null }

type Props = CellState & {
  page: LinePage
  number: number
  /** What a screen reader says before the page: its document. */
  documentNumber: number
  left: number
  top: number
}

/** One page on the table: its picture, its number, and a word for what is the matter with it. */
export const PageCell = memo(function PageCell(props: Props) {
  const { page, number, documentNumber, active, chosen, over, left, top } = props
  const { say } = useWords()
  const flag = worstFlag(page)
  const use = page.use === 'kept' ? null : say(`pageUse.${page.use}`)
  const word = use ?? (flag === null ? null : say(`pageFlag.${flag.flag}`))
  const stops = flag?.weight === 'stop'
  const edge = stops ? 'border-bad' : 'border-line'
  const ring = active
    ? 'shadow-[0_0_0_3px_var(--color-ring)]'
    : chosen
      ? 'shadow-[0_0_0_2px_var(--color-brand)]'
      : ''
  const name = say('station.pageOf', { page: number, document: documentNumber })
  return (
    <div
      id={`page-${page.pageId}`}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      aria-label={word === null ? name : `${name} ${word}`}
      data-page={page.pageId}
      draggable
      className="pointer-events-auto absolute flex cursor-grab flex-col items-center select-none"
      style={{ transform: `translate(${left}px, ${top}px)`, width: sizes.cell, height: sizes.row }}
    >
      {over === null ? null : (
        <span
          aria-hidden
          className={`absolute top-0 h-30 w-1 rounded bg-brand ${over === 'before' ? '-left-0.5' : '-right-0.5'}`}
        />
      )}
      <div
        className={`relative overflow-hidden rounded-sm border bg-white ${edge} ${ring} ${page.use === 'kept' ? '' : 'opacity-45'}`}
        style={picture}
      >
        <PagePicture page={page} picture="thumbnail" {...picture} />
        {chosen ? (
          <span className="absolute top-1 left-1 rounded-full bg-brand p-0.5 text-on-brand">
            <Check size={14} aria-hidden />
          </span>
        ) : null}
      </div>
      <div className="flex w-full items-center justify-center gap-1 px-1 text-xs leading-[1.5]">
        <span className={active ? 'font-semibold' : 'text-soft'}>{number}</span>{' '}
        {flag === null || page.use !== 'kept' ? null : (
          <TriangleAlert
            size={14}
            className={`shrink-0 ${stops ? 'text-bad' : 'text-warn'}`}
            aria-hidden
          />
        )}
        {word === null ? null : (
          <span title={word} className={`truncate ${stops ? 'text-bad' : 'text-soft'}`}>
            {word}
          </span>
        )}
      </div>
    </div>
  )
})
