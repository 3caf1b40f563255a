import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { EmployerHit, PageHit, SearchAnswer } from '#search/contract'
import { usePaperPlaces } from '../paper-files/paper-query.ts'
import { Button } from '../widgets/button.tsx'
import { sayCount } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { EmployerRow } from './employer-row.tsx'
import { PageRow } from './page-row.tsx'
import { moreOf } from './search-query.ts'
import { filterCount, type SearchUrl } from './search-url.ts'

type Props = {
  answer: SearchAnswer
  url: SearchUrl
  active: number
  onChange: (to: SearchUrl) => void
}

export function SearchResults({ answer, url, active, onChange }: Props) {
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
  const none = employers.hits.length === 0 && pages.hits.length === 0
  const pageRow = (hit: PageHit, place: number) => (
    <PageRow
      key={`${hit.pageId} ${hit.lineBox.join()}`}
      hit={hit}
      q={url.q ?? ''}
      place={place}
      active={active === place}
    />
  )
  return (
    <div className="flex flex-col gap-3">
      {none ? <NothingFound url={url} onChange={onChange} /> : null}
      <Offers answer={answer} url={url} onChange={onChange} />
      {answer.hints.map(({ code, text }) => (
        <p key={text} className="text-sm text-warn">
          {say(`search.hint.${code}`, { text })}
        </p>
      ))}
      {answer.partial ? <p className="text-sm text-warn">{say('search.partial')}</p> : null}
      {none ? null : (
        <div
          id="search-results"
          role="listbox"
          aria-label={say('search.results')}
          className="sheet"
        >
          <Group title={say('search.employers')} count={answer.employers} hits={exact}>
            {exact.map((hit, at) => (
              <EmployerRow
                key={hit.accountNo}
                hit={hit}
                place={at}
                active={active === at}
                paper={paper.get(hit.accountNo)}
              />
            ))}
          </Group>
          <Group
            title={say('search.similar')}
            count={{ count: similar.length, capped: false }}
            hits={similar}
          >
            {similar.map((hit, at) => (
              <EmployerRow
                key={hit.accountNo}
                hit={hit}
                place={exact.length + at}
                active={active === exact.length + at}
                paper={paper.get(hit.accountNo)}
              />
            ))}
          </Group>
          <Group title={say('search.pages')} count={answer.pages} hits={asTyped}>
            {asTyped.map((hit, at) => pageRow(hit, employers.hits.length + at))}
          </Group>
          <Group
            title={say('search.misread')}
            count={{ count: answer.pages.similar, capped: false }}
            hits={misread}
          >
            {misread.map((hit, at) => pageRow(hit, employers.hits.length + asTyped.length + at))}
          </Group>
        </div>
      )}
      <div className="flex gap-2">
        <More state={employers} of={say('search.employers')} />
        <More state={pages} of={say('search.pages')} />
      </div>
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

type MoreState = { next: string | null; more: () => void; busy: boolean }

function More({ state, of }: { state: MoreState; of: string }) {
  const { say } = useWords()
  if (state.next === null) return null
  return (
    <div>
      <Button
        small
        look="quiet"
        onPress={state.more}
        refused={state.busy ? say('app.loading') : null}
      >
        {say('app.more')} {of}
      </Button>
    </div>
  )
}

/** The first hits of an answer and those asked for after; a new answer begins anew. */
function useMore<H extends EmployerHit | PageHit>(
  first: readonly H[],
  cursor: string | null,
  ask: (after: string) => Promise<{ hits: H[]; next: string | null }>,
): { hits: readonly H[] } & MoreState {
  const [held, setHeld] = useState({ first, hits: first, next: cursor })
  const current = held.first === first ? held : { first, hits: first, next: cursor }
  const asked = useMutation({
    mutationFn: ask,
    onSuccess: ({ hits, next }) => setHeld({ first, hits: [...current.hits, ...hits], next }),
  })
  return {
    hits: current.hits,
    next: current.next,
    busy: asked.isPending,
    more: () => {
      if (current.next !== null) asked.mutate(current.next)
    },
  }
}

type Change = { url: SearchUrl; onChange: (to: SearchUrl) => void }

function NothingFound({ url, onChange }: Change) {
  const { say } = useWords()
  const filters = filterCount(url)
  const q = url.q ?? ''
  return (
    <div className="sheet px-6 py-8 text-center">
      <h2 className="text-lg">
        {say(filters > 0 ? 'search.nothingFiltered' : 'search.nothing', { q })}
      </h2>
      <p className="text-soft">{say('search.nothingHelp')}</p>
      {filters === 0 ? null : (
        <div className="mt-3">
          <Button onPress={() => onChange({ q })}>
            {say('search.clearFilters', { count: filters })}
          </Button>
        </div>
      )}
    </div>
  )
}

function Offers({ answer, url, onChange }: Change & { answer: SearchAnswer }) {
  const { say } = useWords()
  if (answer.offers.length === 0) return null
  return (
    <div className="flex flex-wrap items-center gap-2">
      {answer.offers.map((offer) => (
        <Button
          key={`${offer.kind} ${offer.q}`}
          small
          onPress={() => onChange({ ...url, q: offer.q })}
        >
          {say('search.didYouMean', { q: offer.q })}
          <span className="ml-2 text-soft">
            {say(offer.kind === 'keyboard' ? 'search.offerKeyboard' : 'search.offerSpelling')}
          </span>
        </Button>
      ))}
    </div>
  )
}
