import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Suggestion, suggest } from '#search/contract'
import { ask } from '../api/ask.ts'
import { Highlighted } from '../widgets/highlighted.tsx'
import { useWords } from '../words/words.ts'

const limits = { shown_max: 4 }

/** What the box may become; asked at every key beside the search itself. */
export function useSuggestions(q: string, office: string | undefined): readonly Suggestion[] {
  const asked = useQuery({
    queryKey: ['suggestions', q, office],
    queryFn: ({ signal }) =>
      ask<typeof suggest>('GET', '/search/suggestions', {
        query: office === undefined ? { q } : { q, office },
        signal,
      }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
  if (q === '') return []
  const found = asked.data?.suggestions ?? []
  return found.filter(({ text }) => text !== q).slice(0, limits.shown_max)
}

type Props = { suggestions: readonly Suggestion[]; onTake: (text: string) => void }

/** One line under the box whose height never changes; the first is taken by → at the end of the box. */
export function Suggestions({ suggestions, onTake }: Props) {
  const { say } = useWords()
  if (suggestions.length === 0) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would put its legend into the line
    <div
      role="group"
      aria-label={say('search.suggestions')}
      className="flex min-w-0 flex-1 flex-wrap gap-x-1 overflow-hidden max-sm:max-h-16 sm:max-h-8"
    >
      {suggestions.map(({ kind, text, ranges, tier }, at) => (
        <button
          key={`${kind} ${text}`}
          type="button"
          onClick={() => onTake(text)}
          className="inline-flex min-h-8 max-w-80 items-center gap-1.5 rounded-md px-2 text-sm text-soft hover:bg-brand-tint hover:text-ink"
        >
          <span className="truncate">
            <Highlighted text={text} ranges={ranges} similar={tier === 'similar'} />
          </span>
          {at === 0 ? <kbd className="key max-sm:hidden">→</kbd> : null}
        </button>
      ))}
    </div>
  )
}
