import { lazy, Suspense } from 'react'
import type { EmployerHit, PageHit, SearchAnswer } from '#search/contract'
import { usePaperPlaces } from '../paper-files/paper-query.ts'
import { sayCount } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { EmployerRow } from './employer-row.tsx'
import { More, useMore } from './more-hits.tsx'
import { PageRow } from './page-row.tsx'
import { NothingFound, Offers } from './search-offers.tsx'
import { moreOf } from './search-query.ts'
import type { SearchUrl } from './search-url.ts'

type Props = {
  answer: SearchAnswer
  url: SearchUrl
  active: number
  peeking: boolean
  onPeek: () => void
  onChange: (to: SearchUrl) => void
}

const Peek = lazy(async () => ({ default: (await import('./peek.tsx')).Peek }))

export function SearchResults({ answer, url, active, peeking, onPeek, onChange }: Props) {
  const { say } = useWords()
  const employers = useMore(answer.employers.hits, answer.employers.next, (after) =>
    moreOf(url, 'employers', after).then((more) => more.employers),
  )
  const pages = useMore(answer.pages.hits, answer.pages.next, (after) =>
    moreOf(url, 'pages', after).then((more) => more.pages),
  )
  const exact = employers.hits.filter(({ tier }) => tier === 'exact')
  const similar = employers.hits.filter(({ tier }) => tier === 'similar')
  const unscanned = employers.hits.filter((hit) => hit.pages === 0)
  const paper = usePaperPlaces(unscanned.map(({ accountNo }) => accountNo))
  const asTyped = pages.hits.filter(({ tier }) => tier === 'exact')
  const misread = pages.hits.filter(({ tier }) => tier === 'similar')
  const hits = [...exact, ...similar, ...asTyped, ...misread]
  const employerRow = (hit: EmployerHit, place: number) => (
    <EmployerRow
      key={hit.accountNo}
      hit={hit}
      place={place}
      active={active === place}
      paper={paper.get(hit.accountNo)}
    />
  )
  const pageRow = (hit: PageHit, place: number) => (
    <PageRow
      key={`${hit.pageId} ${hit.lineBox.join()}`}
      hit={hit}
      q={url.q ?? ''}
      place={place}
      active={active === place}
    />
  )
  const similarCount = { count: similar.length, capped: false }
  const misreadCount = { count: answer.pages.similar, capped: false }
  const found = employers.hits.length
  return (
    <div
      className={`grid items-start gap-4 ${peeking ? 'lg:grid-cols-[minmax(0,1fr)_minmax(340px,26rem)]' : ''}`}
    >
      <div className="flex min-w-0 flex-col gap-3">
        {hits.length === 0 ? <NothingFound url={url} onChange={onChange} /> : null}
        <Offers answer={answer} url={url} onChange={onChange} />
        {answer.hints.map(({ code, text }) => (
          <p key={text} className="text-sm text-warn">
            {say(`search.hint.${code}`, { text })}
          </p>
        ))}
        {answer.partial ? <p className="text-sm text-warn">{say('search.partial')}</p> : null}
        {hits.length === 0 ? null : (
          <div
            id="search-results"
            role="listbox"
            aria-label={say('search.results')}
            className="sheet @container"
          >
            <Group title={say('search.employers')} count={answer.employers} hits={exact}>
              {exact.map((hit, at) => employerRow(hit, at))}
            </Group>
            <Group title={say('search.similar')} count={similarCount} hits={similar}>
              {similar.map((hit, at) => employerRow(hit, exact.length + at))}
            </Group>
            <Group title={say('search.pages')} count={answer.pages} hits={asTyped}>
              {asTyped.map((hit, at) => pageRow(hit, found + at))}
            </Group>
            <Group title={say('search.misread')} count={misreadCount} hits={misread}>
              {misread.map((hit, at) => pageRow(hit, found + asTyped.length + at))}
            </Group>
          </div>
        )}
        <div className="flex gap-2">
          <More state={employers} of={say('search.employers')} />
          <More state={pages} of={say('search.pages')} />
        </div>
      </div>
      {peeking && hits.length > 0 ? (
        <Suspense>
          <Peek hit={hits[active]} q={url.q ?? ''} onClose={onPeek} />
        </Suspense>
      ) : null}
    </div>
  )
}

type GroupProps = {
  title: string
  count: { count: number; capped: boolean }
  hits: readonly unknown[]
  children: React.ReactNode
}

function Group({ title, count, hits, children }: GroupProps) {
  if (hits.length === 0) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: groups of a listbox have no element of their own
    <div role="group" aria-label={title} className="border-line not-first:border-t">
      <p className="rounded-t-lg bg-paper px-4 py-1 text-sm font-semibold text-soft" aria-hidden>
        {title} ({sayCount(count.count)}
        {count.capped ? '+' : ''})
      </p>
      {children}
    </div>
  )
}
