import { Link } from '@tanstack/react-router'
import type { PageHit } from '#search/contract'
import { formatAccountNo } from '#thai-text'
import { Highlighted } from '../widgets/highlighted.tsx'
import { ERA_YEARS } from '../words/buddhist-year.ts'
import { useWords } from '../words/words.ts'

type Props = { hit: PageHit; q: string; place: number; active: boolean }

/** A line in which the words stand, beside its image, so that a misreading is seen at once. */
export function PageRow({ hit, q, place, active }: Props) {
  const { say } = useWords()
  const title = [hit.formNo, hit.typeTitleTh].filter(Boolean).join(' ')
  return (
    <Link
      id={`result-${place}`}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      to="/documents/$documentId"
      params={{ documentId: hit.documentId }}
      search={{ page: hit.ordinal, q }}
      className={`grid items-center gap-x-4 gap-y-1 border-t border-line px-4 py-2 sm:grid-cols-[minmax(0,4fr)_minmax(0,3fr)] ${active ? 'bg-brand-tint shadow-[inset_4px_0_0_var(--color-brand)]' : 'hover:bg-paper'}`}
    >
      <span className="min-w-0">
        <span className="line-clamp-2">
          <Highlighted text={hit.line} ranges={hit.ranges} similar={hit.tier === 'similar'} />
        </span>
        <span className="block truncate text-sm text-soft">
          <span className="identifier font-semibold text-brand">
            {formatAccountNo(hit.accountNo)}
          </span>{' '}
          {hit.employerName} · {title}
          {hit.year === null ? '' : ` ${hit.year + ERA_YEARS}`} ·{' '}
          {say('search.pageOf', { page: hit.ordinal })}
        </span>
      </span>
      <img
        src={`/api/pages/${hit.pageId}/strip.webp?box=${hit.lineBox.join(',')}`}
        alt={say('search.strip', { line: hit.line })}
        loading="lazy"
        className="h-11 w-full rounded border border-line bg-sunken object-contain object-left"
      />
    </Link>
  )
}
