import { Bookmark, Check, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { SavedSearch } from '#search/contract'
import { Button } from '../widgets/button.tsx'
import { Field } from '../widgets/field.tsx'
import { Popover } from '../widgets/popover.tsx'
import { Trouble } from '../widgets/trouble.tsx'
import { useWords } from '../words/words.ts'
import { useForgetSearch, useSavedSearches, useSaveSearch } from './saved-searches-query.ts'
import type { SearchUrl } from './search-url.ts'

type Props = { url: SearchUrl; onChange: (to: SearchUrl) => void }

/** The person's own searches: keep the one on screen, and go to, rename or delete the others. */
export function SavedSearches({ url, onChange }: Props) {
  const { say } = useWords()
  const saved = useSavedSearches()
  const searches = saved.data?.searches ?? []
  return (
    <Popover
      label={say('search.saved')}
      button={
        <>
          <Bookmark size={16} aria-hidden /> {say('search.saved')}
        </>
      }
    >
      <div className="flex w-96 max-w-full flex-col gap-3">
        {saved.isError ? <Trouble error={saved.error} /> : null}
        {searches.length === 0 ? <p className="text-soft">{say('search.savedNone')}</p> : null}
        <ul className="flex flex-col">
          {searches.map((search) => (
            <SavedRow key={search.savedId} search={search} onChange={onChange} />
          ))}
        </ul>
        {url.q ? <SaveThis key={url.q} url={url} q={url.q} /> : null}
      </div>
    </Popover>
  )
}

type RowProps = { search: SavedSearch; onChange: (to: SearchUrl) => void }

function SavedRow({ search, onChange }: RowProps) {
  const { say } = useWords()
  const save = useSaveSearch()
  const forget = useForgetSearch()
  const [name, setName] = useState<string | null>(null)
  if (name !== null) {
    const rename = () => save.mutate({ ...search, name }, { onSuccess: () => setName(null) })
    const label = say('search.savedRename', { name: search.name })
    return (
      <li>
        <NameForm label={label} name={name} onType={setName} onSave={rename} />
      </li>
    )
  }
  return (
    <li className="flex items-center gap-1">
      <button
        type="button"
        onClick={() => onChange(urlOf(search))}
        className="min-h-8 min-w-0 flex-1 truncate rounded-md px-2 text-left text-brand hover:bg-brand-tint"
      >
        {search.name}
      </button>
      <Button
        small
        look="quiet"
        label={say('search.savedRename', { name: search.name })}
        onPress={() => setName(search.name)}
      >
        <Pencil size={16} aria-hidden />
      </Button>
      <Button
        small
        look="quiet"
        label={say('search.savedForget', { name: search.name })}
        onPress={() => forget.mutate(search.savedId)}
      >
        <Trash2 size={16} aria-hidden />
      </Button>
    </li>
  )
}

function SaveThis({ url, q }: { url: SearchUrl; q: string }) {
  const { say } = useWords()
  const save = useSaveSearch()
  const [name, setName] = useState(q)
  const keep = () =>
    save.mutate({ savedId: crypto.randomUUID(), name, query: queryOf({ ...url, q }) })
  return (
    <div className="border-t border-line pt-3">
      <NameForm
        label={say('search.save')}
        hint={say('search.savedName')}
        name={name}
        onType={setName}
        onSave={keep}
      />
      {save.isError ? <Trouble error={save.error} /> : null}
    </div>
  )
}

type FormProps = {
  label: string
  hint?: string
  name: string
  onType: (name: string) => void
  onSave: () => void
}

function NameForm({ label, hint, name, onType, onSave }: FormProps) {
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') onSave()
      }}
    >
      <div className="min-w-0 flex-1">
        <Field label={label} {...(hint === undefined ? {} : { hint })}>
          {(given) => (
            <input
              {...given}
              value={name}
              maxLength={80}
              onChange={(event) => onType(event.target.value)}
              className="min-h-10 w-full rounded-md border border-edge bg-sheet px-3"
            />
          )}
        </Field>
      </div>
      <Button type="submit" look="strong" label={label}>
        <Check size={18} aria-hidden />
      </Button>
    </form>
  )
}

// What a search keeps and what the address holds are the same parts; the server checks the values.
function queryOf(url: SearchUrl & { q: string }): SavedSearch['query'] {
  return url as SavedSearch['query']
}

function urlOf({ query }: SavedSearch): SearchUrl {
  return query as SearchUrl
}
