import { ChevronDown, PanelRight, X } from 'lucide-react'
import type { SearchAnswer } from '#search/contract'
import { Button } from '../widgets/button.tsx'
import { ERA_YEARS } from '../words/buddhist-year.ts'
import { sayCount } from '../words/numbers.ts'
import type { WordKey } from '../words/th.ts'
import { useWords } from '../words/words.ts'
import { useDocumentTypes, useOffices } from './search-query.ts'
import { filterCount, type SearchUrl } from './search-url.ts'
import { isWord, statusWord } from './status-word.ts'

type Props = {
  url: SearchUrl
  answer: SearchAnswer | undefined
  peeking: boolean
  onPeek: () => void
  onChange: (to: SearchUrl) => void
}
type Choice = { value: string; word: string; count: number }

export function SearchFilters({ url, answer, peeking, onPeek, onChange }: Props) {
  const { say } = useWords()
  const offices = useOffices().data?.offices ?? []
  const types = useDocumentTypes().data?.types ?? []
  const officeWord = (code: string) =>
    offices.find((office) => office.code === code)?.shortNameTh ?? code
  const typeWord = (code: string) => {
    const type = types.find((one) => one.code === code)
    return type === undefined ? code : [type.formNo, type.titleTh].filter(Boolean).join(' ')
  }
  const formWord = (code: string) => {
    const key = `form.${code}`
    return isWord(key) ? say(key) : code
  }
  const choices = (
    facet: readonly { value: string; count: number }[] | undefined,
    word: (value: string) => string,
  ): Choice[] => (facet ?? []).map(({ value, count }) => ({ value, word: word(value), count }))
  const filters = filterCount(url)
  return (
    <fieldset className="flex flex-wrap items-center gap-2" aria-label={say('search.filters')}>
      <Filter
        name="search.office"
        value={url.office}
        word={officeWord}
        choices={choices(answer?.employers.offices, officeWord)}
        onChange={(office) => onChange({ ...url, office: office ?? '' })}
      />
      <Filter
        name="search.status"
        value={url.status}
        word={(value) => statusWord(value, say)}
        choices={choices(answer?.employers.statuses, (value) => statusWord(value, say))}
        onChange={(status) => onChange({ ...url, status: status ?? '' })}
      />
      <Filter
        name="search.province"
        value={url.province}
        word={(value) => value}
        choices={choices(answer?.employers.provinces, (value) => value)}
        onChange={(province) => onChange({ ...url, province: province ?? '' })}
      />
      <Filter
        name="search.legalForm"
        value={url.form}
        word={formWord}
        choices={choices(answer?.employers.forms, formWord)}
        onChange={(form) => onChange({ ...url, form: form ?? '' })}
      />
      <Filter
        name="search.type"
        value={url.type}
        word={typeWord}
        choices={choices(answer?.pages.types, typeWord)}
        onChange={(type) => onChange({ ...url, type: type ?? '' })}
      />
      <Filter
        name="search.year"
        value={url.year === undefined ? undefined : String(url.year)}
        word={(value) => String(Number(value) + ERA_YEARS)}
        choices={choices(answer?.pages.years, (value) => String(Number(value) + ERA_YEARS))}
        onChange={(year) => onChange({ ...url, year: Number(year ?? 0) })}
      />
      {filters === 0 ? null : (
        <button
          type="button"
          onClick={() => onChange({ q: url.q ?? '' })}
          className="inline-flex min-h-8 items-center gap-1 rounded-md px-2 text-sm text-brand hover:bg-brand-tint"
        >
          <X size={16} aria-hidden />
          {say('search.clearFilters', { count: filters })}
        </button>
      )}
      <p className="ml-auto text-sm text-soft" role="status">
        {answer === undefined
          ? ''
          : say('search.found', {
              employers: counted(answer.employers),
              similar: sayCount(answer.employers.similar),
              pages: counted(answer.pages),
            })}
      </p>
      <Button
        small
        look="quiet"
        icon={<PanelRight size={16} aria-hidden />}
        pressed={peeking}
        shortcut="Space"
        onPress={onPeek}
      >
        {say('peek.title')}
      </Button>
    </fieldset>
  )
}

function counted({ count, capped }: { count: number; capped: boolean }): string {
  return capped ? `${sayCount(count)}+` : sayCount(count)
}

type FilterProps = {
  name: WordKey
  value: string | undefined
  word: (value: string) => string
  choices: readonly Choice[]
  onChange: (value: string | undefined) => void
}

function Filter({ name, value, word, choices, onChange }: FilterProps) {
  const { say } = useWords()
  if (value === undefined && choices.length === 0) return null
  const held = value !== undefined && !choices.some((choice) => choice.value === value)
  return (
    <label
      className={`relative inline-flex min-h-8 items-center rounded-full border text-sm ${value === undefined ? 'border-edge bg-sheet' : 'border-brand bg-brand-tint text-brand'}`}
    >
      <span className="pl-3 font-semibold">{say(name)}</span>
      <select
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value || undefined)}
        className="max-w-56 appearance-none field-sizing-content rounded-full bg-transparent py-1 pr-7 pl-1.5"
      >
        <option value="">{say('search.any')}</option>
        {held ? <option value={value}>{word(value)}</option> : null}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {`${choice.word} (${sayCount(choice.count)})`}
          </option>
        ))}
      </select>
      <ChevronDown size={15} className="pointer-events-none absolute right-2.5" aria-hidden />
    </label>
  )
}
