import { ListPlus, TriangleAlert } from 'lucide-react'
import type { RefObject } from 'react'
import type { PaperCounts } from '#paper-files/contract'
import { useMe, useRefused } from '../shell/me.ts'
import { useMyOffices } from '../shell/my-offices.ts'
import { Button } from '../widgets/button.tsx'
import { Progress } from '../widgets/progress.tsx'
import { useToast } from '../widgets/toast.tsx'
import { sayCount } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { useListExpected } from './paper-query.ts'
import type { PaperUrl } from './paper-url.ts'
import { stateKeys } from './paper-words.ts'

type Props = {
  office: string
  counts: PaperCounts
  url: PaperUrl
  field: RefObject<HTMLInputElement | null>
  onChange: (to: PaperUrl) => void
}

/** How far the office has looked for its paper, and what the list is narrowed to. */
export function PaperHeader({ office, counts, url, field, onChange }: Props) {
  const { say } = useWords()
  const me = useMe().data
  return (
    <header className="border-b border-line bg-sheet px-5 pt-2.5 pb-2">
      <div className="flex items-center gap-4">
        <h1 className="text-xl whitespace-nowrap">{say('paper.title')}</h1>
        {me === undefined ? null : (
          <OfficeChoice me={me} office={office} onChange={(to) => onChange({ office: to })} />
        )}
        <div className="flex items-center gap-2 text-sm">
          <span className="w-32">
            <Progress
              done={counts.files - counts.states.expected - counts.states['not-found']}
              all={counts.files}
              label={say('paper.title')}
            />
          </span>
          <span className="whitespace-nowrap">
            {say('paper.done', {
              found: sayCount(counts.files - counts.states.expected - counts.states['not-found']),
              files: sayCount(counts.files),
            })}
          </span>
          {counts.overdue === 0 ? null : (
            <span className="inline-flex items-center gap-1 whitespace-nowrap text-bad">
              <TriangleAlert size={16} aria-hidden />
              {say('paper.overdue', { count: sayCount(counts.overdue) })}
            </span>
          )}
        </div>
        <label className="ml-auto w-56">
          <span className="sr-only">{say('paper.findHint')}</span>
          <input
            ref={field}
            className="field h-9"
            placeholder={say('paper.find')}
            title={say('paper.findHint')}
            value={url.q ?? ''}
            onChange={({ target }) => onChange({ ...url, q: target.value })}
            onKeyDown={({ code, currentTarget }) => {
              if (code === 'Enter' || code === 'Escape' || code === 'ArrowDown')
                currentTarget.blur()
            }}
          />
        </label>
        <FromRegister office={office} />
      </div>
      <div className="mt-2 flex flex-wrap gap-1.5">
        <StateFilter
          word={say('paper.allStates')}
          count={counts.files}
          on={url.state === undefined}
          onPress={() => onChange(without(url))}
        />
        {stateKeys.map((state) => (
          <StateFilter
            key={state}
            word={say(`paperState.${state}`)}
            count={counts.states[state]}
            on={url.state === state}
            onPress={() => onChange({ ...url, state })}
          />
        ))}
      </div>
    </header>
  )
}

function without({ state, ...url }: PaperUrl): PaperUrl {
  return url
}

type FilterProps = { word: string; count: number; on: boolean; onPress: () => void }

function StateFilter({ word, count, on, onPress }: FilterProps) {
  return (
    <Button small pressed={on} onPress={onPress}>
      {word} {sayCount(count)}
    </Button>
  )
}

type OfficeProps = {
  me: NonNullable<ReturnType<typeof useMe>['data']>
  office: string
  onChange: (office: string) => void
}

function OfficeChoice({ me, office, onChange }: OfficeProps) {
  const { say } = useWords()
  const offices = useMyOffices(me)
  if (offices.length === 0) return null
  return (
    <label>
      <span className="sr-only">{say('paper.office')}</span>
      <select
        className="field h-9"
        value={office}
        onChange={({ target }) => onChange(target.value)}
      >
        {offices.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Expects a file for every employer of the register; done again it lists only those that are new. */
export function FromRegister({ office }: { office: string }) {
  const { say } = useWords()
  const tell = useToast()
  const refused = useRefused('paper-files.import')
  const listing = useListExpected()
  return (
    <Button
      small
      icon={<ListPlus size={17} aria-hidden />}
      refused={listing.isPending ? say('app.saving') : refused}
      onPress={() =>
        listing.mutate(office, {
          onSuccess: ({ listed }) => {
            const count = sayCount(listed)
            tell({ text: listed === 0 ? say('paper.listedNone') : say('paper.listed', { count }) })
          },
        })
      }
    >
      {say('paper.fromRegister')}
    </Button>
  )
}
