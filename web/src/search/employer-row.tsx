import { Link } from '@tanstack/react-router'
import type { PaperFile } from '#paper-files/contract'
import type { EmployerHit } from '#search/contract'
import { formatAccountNo } from '#thai-text'
import { PaperPlace } from '../paper-files/paper-place.tsx'
import { Highlighted } from '../widgets/highlighted.tsx'
import { StatusChip } from '../widgets/status-chip.tsx'
import { type Range, rangesInGroups } from '../words/highlight.ts'
import { sayCount } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { isWord } from './status-word.ts'

type Props = {
  hit: EmployerHit
  place: number
  active: boolean
  /** Its paper, when nothing of it is scanned yet. */
  paper: readonly PaperFile[] | undefined
}

export function EmployerRow({ hit, place, active, paper = [] }: Props) {
  const { say } = useWords()
  const similar = hit.tier === 'similar'
  const account = formatAccountNo(hit.accountNo)
  const { text, kind } = hit.matched
  const byName = text === hit.name
  const byAccount = text === hit.accountNo || text === account
  const kindKey = `matched.${kind}`
  return (
    <Link
      id={`result-${place}`}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      to="/files/$accountNo"
      params={{ accountNo: hit.accountNo }}
      className={`flex flex-wrap items-baseline gap-x-4 gap-y-0.5 border-t border-line px-4 py-2 @4xl:grid @4xl:grid-cols-[7.5rem_minmax(0,1fr)_13rem_9.5rem_4.5rem] ${active ? 'bg-brand-tint shadow-[inset_4px_0_0_var(--color-brand)]' : 'hover:bg-paper'}`}
    >
      <span className="identifier text-sm font-semibold text-brand">
        <Highlighted text={account} ranges={byAccount ? accountRanges(hit, account) : []} />
      </span>
      <span className="min-w-0 @max-4xl:order-first @max-4xl:basis-full">
        <span>
          <Highlighted
            text={hit.name}
            ranges={byName ? hit.matched.ranges : []}
            similar={similar}
          />
        </span>
        {byName || byAccount ? null : (
          <span className="block text-sm text-soft">
            {say(isWord(kindKey) ? kindKey : 'matched.other')}{' '}
            <Highlighted text={text} ranges={hit.matched.ranges} similar={similar} />
          </span>
        )}
        {hit.pages > 0 ? null : (
          // Its line stands before the answer comes, so that nothing moves.
          <span className="block min-h-[1.6em] text-sm text-soft">
            <PaperPlace files={paper} />
          </span>
        )}
      </span>
      <span className="truncate text-sm text-soft" title={hit.officeName}>
        {[hit.district, hit.province].filter(Boolean).join(' ') || hit.officeName}
      </span>
      <StatusChip status={hit.status} />
      <span className="text-right text-sm whitespace-nowrap text-soft">
        {say('search.pagesCount', { count: sayCount(hit.pages) })}
      </span>
    </Link>
  )
}

function accountRanges(hit: EmployerHit, account: string): readonly Range[] {
  const { text, ranges } = hit.matched
  return text === account ? ranges : rangesInGroups(account, ranges)
}
