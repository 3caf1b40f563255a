import { useState } from 'react'
import { formatAccountNo } from '#thai-text'
import { useSearch } from '../search/search-query.ts'
import { moveActive, worthAsking } from '../search/search-url.ts'
import { Field } from '../widgets/field.tsx'
import { useWords } from '../words/words.ts'

export type ChosenEmployer = { accountNo: string; name: string }

const limits = { choices_max: 6 }

/** A lookup through the same search as the first page: a number or a part of a name. */
export function EmployerPicker({ onChoose }: { onChoose: (employer: ChosenEmployer) => void }) {
  const { say } = useWords()
  const [q, setQ] = useState('')
  const [active, setActive] = useState(0)
  const answer = useSearch({ q: q.trim() })
  const found = worthAsking(q) ? (answer.data?.employers.hits ?? []) : []
  const choices = found.slice(0, limits.choices_max)
  return (
    <div>
      <Field label={say('inbox.account')} hint={say('inbox.accountHint')}>
        {(given) => (
          <input
            {...given}
            role="combobox"
            aria-expanded={choices.length > 0}
            aria-controls="employer-choices"
            aria-activedescendant={choices.length > 0 ? `employer-${active}` : undefined}
            autoComplete="off"
            className="field"
            value={q}
            onChange={(event) => {
              setQ(event.target.value)
              setActive(0)
            }}
            onKeyDown={(event) => {
              const choice = choices[active]
              if (event.code === 'ArrowDown') setActive(moveActive(active, 1, choices.length))
              else if (event.code === 'ArrowUp') setActive(Math.max(0, active - 1))
              else if (event.code === 'Enter' && choice !== undefined) onChoose(choice)
              else if (event.code !== 'Enter') return
              event.preventDefault()
            }}
          />
        )}
      </Field>
      <div
        id="employer-choices"
        role="listbox"
        aria-label={say('search.employers')}
        className="mt-1"
      >
        {choices.map((hit, at) => (
          <div
            key={hit.accountNo}
            id={`employer-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === active}
            onMouseDown={() => onChoose(hit)}
            className={`flex cursor-pointer gap-3 rounded-md px-3 py-1.5 text-sm ${at === active ? 'bg-brand-tint' : 'hover:bg-sunken'}`}
          >
            <span className="identifier font-semibold text-brand">
              {formatAccountNo(hit.accountNo)}
            </span>
            <span className="min-w-0">{hit.name}</span>
          </div>
        ))}
        {worthAsking(q) && answer.isSuccess && !answer.isFetching && choices.length === 0 ? (
          <p className="px-3 text-sm text-soft">{say('search.nothing', { q: q.trim() })}</p>
        ) : null}
      </div>
    </div>
  )
}
