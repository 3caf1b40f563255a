import { CircleX, TriangleAlert } from 'lucide-react'
import type { PageFlag } from '#conversion/contract'
import { sayFlag } from '../conversion/page-words.ts'
import { useWords } from '../words/words.ts'

type Props = { number: number; flag: PageFlag | undefined; marked: string | null }

/** Under a page: its number, and what machine or checker points at. */
export function CellWord({ number, flag, marked }: Props) {
  const { say } = useWords()
  return (
    <div className="flex h-5 items-center justify-center gap-1 text-xs">
      <span className="text-soft">{number}</span>
      {marked !== null ? (
        <span className="inline-flex items-center gap-1 truncate font-semibold text-bad">
          <CircleX size={14} aria-hidden /> {marked}
        </span>
      ) : flag === undefined ? null : (
        <span className="inline-flex min-w-0 items-center gap-1 text-warn">
          <TriangleAlert size={14} className="shrink-0" aria-hidden />
          <span className="truncate">{sayFlag(flag, say)}</span>
        </span>
      )}
    </div>
  )
}
