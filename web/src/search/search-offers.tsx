import { Link } from '@tanstack/react-router'
import { FileStack } from 'lucide-react'
import type { SearchAnswer } from '#search/contract'
import { useRefused } from '../shell/me.ts'
import { Button } from '../widgets/button.tsx'
import { useWords } from '../words/words.ts'
import { filterCount, type SearchUrl } from './search-url.ts'

type Change = { url: SearchUrl; onChange: (to: SearchUrl) => void }

export function NothingFound({ url, onChange }: Change) {
  const { say } = useWords()
  const filters = filterCount(url)
  const q = url.q ?? ''
  const onPaper = useRefused('paper-files.list') === null
  return (
    <div className="sheet px-6 py-8 text-center">
      <h2 className="text-lg">
        {say(filters > 0 ? 'search.nothingFiltered' : 'search.nothing', { q })}
      </h2>
      <p className="text-soft">{say('search.nothingHelp')}</p>
      <div className="mt-3 flex flex-wrap justify-center gap-x-4 gap-y-2">
        {filters === 0 ? null : (
          <Button onPress={() => onChange({ q })}>
            {say('search.clearFilters', { count: filters })}
          </Button>
        )}
        {onPaper ? (
          <Link
            to="/paper-files"
            search={{ q }}
            className="inline-flex min-h-10 items-center gap-2 text-brand underline underline-offset-4"
          >
            <FileStack size={18} aria-hidden />
            {say('search.onPaper')}
          </Link>
        ) : null}
      </div>
    </div>
  )
}

export function Offers({ answer, url, onChange }: Change & { answer: SearchAnswer }) {
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
