import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { PageHit, SimilarPage, similarPages } from '#search/contract'
import { formatAccountNo } from '#thai-text'
import { ask } from '../api/ask.ts'
import { Highlighted } from '../widgets/highlighted.tsx'
import { ERA_YEARS } from '../words/buddhist-year.ts'
import { useWords } from '../words/words.ts'
import { useDocumentTypes } from './search-query.ts'

type Props = { hit: PageHit; q: string }

/** The page that was found with the line framed, and the pages that say much the same. */
export function PeekPage({ hit, q }: Props) {
  const { say } = useWords()
  const [left, top, width, height] = hit.lineBox
  const title = [hit.formNo, hit.typeTitleTh].filter(Boolean).join(' ')
  const percent = (part: number) => `${part * 100}%`
  return (
    <div className="flex flex-col gap-3">
      <div>
        <p className="identifier text-sm font-semibold text-brand">
          {formatAccountNo(hit.accountNo)}
        </p>
        <h3>{hit.employerName}</h3>
        <p className="text-sm text-soft">
          {title}
          {hit.year === null ? '' : ` ${hit.year + ERA_YEARS}`} ·{' '}
          {say('search.pageOf', { page: hit.ordinal })}
        </p>
      </div>
      <p role="status" className="rounded-md bg-sunken px-3 py-1.5 text-sm">
        <Highlighted text={hit.line} ranges={hit.ranges} similar={hit.tier === 'similar'} />
      </p>
      <Link
        to="/documents/$documentId"
        params={{ documentId: hit.documentId }}
        search={{ page: hit.ordinal, q }}
        className="relative block border border-line bg-sunken"
      >
        <img
          src={`/api/pages/${hit.pageId}/view.webp`}
          alt={say('peek.page', { page: hit.ordinal, title })}
          className="block w-full"
        />
        <span
          aria-hidden
          className="absolute border-2 border-mark-edge bg-mark/25"
          style={{
            left: percent(left),
            top: percent(top),
            width: percent(width),
            height: percent(height),
          }}
        />
      </Link>
      <SimilarPages pageId={hit.pageId} />
    </div>
  )
}

function SimilarPages({ pageId }: { pageId: string }) {
  const { say } = useWords()
  const types = useDocumentTypes().data?.types ?? []
  const found = useQuery({
    queryKey: ['similar-pages', pageId],
    queryFn: ({ signal }) =>
      ask<typeof similarPages>('GET', '/pages/:pageId/similar', { params: { pageId }, signal }),
  })
  const pages = found.data?.pages ?? []
  if (pages.length === 0) return null
  return (
    <section>
      <h3 className="mb-1 text-sm font-semibold">{say('peek.similar')}</h3>
      <ul className="grid grid-cols-3 gap-2">
        {pages.map((page) => (
          <li key={page.pageId}>
            <SimilarCard
              page={page}
              title={types.find(({ code }) => code === page.type)?.titleTh ?? page.type}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function SimilarCard({ page, title }: { page: SimilarPage; title: string }) {
  const { say } = useWords()
  return (
    <Link
      to="/documents/$documentId"
      params={{ documentId: page.documentId }}
      search={{ page: page.ordinal }}
      className="block rounded-md border border-line p-1.5 text-xs hover:border-brand"
    >
      <img
        src={`/api/pages/${page.pageId}/thumbnail.webp`}
        alt=""
        loading="lazy"
        className="h-28 w-full bg-sunken object-contain object-top"
      />
      <span className="identifier block font-semibold text-brand">
        {formatAccountNo(page.accountNo)}
      </span>
      <span className="block">{title}</span>
      <span className="block text-soft">
        {say(page.nearDuplicate ? 'peek.same' : 'peek.share', {
          percent: Math.round(page.share * 100),
        })}
      </span>
    </Link>
  )
}
