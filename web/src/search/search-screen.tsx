import { useNavigate, useSearch as useUrl } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { SearchAnswer } from '#search/contract'
import { Trouble } from '../widgets/trouble.tsx'
import { useWords } from '../words/words.ts'
import { HomeCards } from './home-cards.tsx'
import { QueryHelp } from './query-help.tsx'
import { RecentFiles } from './recent-files-line.tsx'
import { SavedSearches } from './saved-searches.tsx'
import { SearchBox } from './search-box.tsx'
import { SearchFilters } from './search-filters.tsx'
import { useSearch } from './search-query.ts'
import { SearchResults } from './search-results.tsx'
import { moveActive, readSearchUrl, type SearchUrl, worthAsking } from './search-url.ts'
import { Suggestions, useSuggestions } from './suggestions.tsx'

/** One box that answers while one types; everything asked for stands in the address. */
export function SearchScreen() {
  const { say } = useWords()
  const url = useUrl({ from: '/' })
  const navigate = useNavigate()
  const [active, setActive] = useState(-1)
  const [peeking, setPeeking] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const answer = useSearch(url)
  const q = url.q ?? ''
  const asking = worthAsking(q)
  const suggestions = useSuggestions(q, url.office)
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])]

  function go(to: SearchUrl) {
    setActive(-1)
    setPeeking(false)
    void navigate({ to: '/', search: readSearchUrl({ ...to }), replace: true })
  }

  function move(by: number) {
    const all = rows()
    const next = moveActive(active, by, all.length)
    setActive(next)
    all[next]?.scrollIntoView({ block: 'nearest' })
  }

  /** From the first row on, when none is chosen yet. */
  function peek() {
    if (!peeking && active < 0) setActive(0)
    setPeeking(!peeking)
  }

  return (
    <div className="mx-auto flex min-h-full max-w-[1180px] flex-col px-4 pb-8 sm:px-8">
      <div className={asking ? 'pt-4' : 'pt-6 sm:pt-14'}>
        <h1 className={asking ? 'sr-only' : 'mb-4 text-center text-2xl text-brand'}>
          {say('app.name')}
        </h1>
        <SearchBox
          q={q}
          busy={answer.isFetching && asking}
          listed={asking && answer.data !== undefined && foundAny(answer.data)}
          active={active}
          suggestion={suggestions[0]?.text}
          onType={(typed) => go({ ...url, q: typed })}
          onMove={move}
          onOpen={(newTab) => openRow(rows()[Math.max(0, active)], newTab)}
          onPeek={peek}
          onEscape={() => {
            setPeeking(false)
            return peeking
          }}
          onClear={() => go({})}
        />
        <div className="mt-1 flex min-h-8 flex-wrap justify-end gap-1">
          <Suggestions suggestions={suggestions} onTake={(text) => go({ ...url, q: text })} />
          <SavedSearches url={url} onChange={go} />
          <QueryHelp />
        </div>
      </div>
      {asking ? (
        <div className="mt-3 flex min-h-0 flex-1 flex-col gap-3">
          <SearchFilters
            url={url}
            answer={answer.data}
            peeking={peeking}
            onPeek={peek}
            onChange={go}
          />
          {answer.isError ? (
            <Trouble error={answer.error} onRetry={() => void answer.refetch()} />
          ) : null}
          <div ref={list}>
            {answer.data === undefined ? null : (
              <SearchResults
                answer={answer.data}
                url={url}
                active={active}
                peeking={peeking}
                onPeek={peek}
                onChange={go}
              />
            )}
          </div>
        </div>
      ) : (
        <>
          <RecentFiles />
          <HomeCards />
        </>
      )}
    </div>
  )
}

function foundAny({ employers, pages }: SearchAnswer): boolean {
  return employers.hits.length + pages.hits.length > 0
}

function openRow(row: HTMLElement | undefined, newTab: boolean) {
  if (!(row instanceof HTMLAnchorElement)) return
  if (newTab) window.open(row.href, '_blank', 'noopener')
  else row.click()
}
