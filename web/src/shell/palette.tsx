import { useNavigate } from '@tanstack/react-router'
import { Building2, Search } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Me } from '#identity/contract'
import { formatAccountNo, thaiFold } from '#thai-text'
import { useSearch } from '../search/search-query.ts'
import { moveActive, worthAsking } from '../search/search-url.ts'
import { Cover } from '../widgets/dialog.tsx'
import { useWords } from '../words/words.ts'
import { type Command, useCommands, usePlaceCommands } from './commands.tsx'

const limits = { employers_max: 6, characters_max: 200 }

type Props = { me: Me; typed: string; onClose: () => void }
type Group = { title: string; rows: Row[] }
type Row = Command & { more?: ReactNode }

/** One box for everything: an employer by number or name, a screen, or after `>` a command. */
export function Palette({ me, typed, onClose }: Props) {
  const { say } = useWords()
  const [text, setText] = useState(typed)
  const [active, setActive] = useState(0)
  const box = useRef<HTMLInputElement>(null)
  const groups = useGroups(me, text).filter(({ rows }) => rows.length > 0)
  const rows = groups.flatMap((group) => group.rows)
  const at = Math.min(active, rows.length - 1)
  useEffect(() => {
    document.getElementById(`palette-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [at])

  function choose(row: Row | undefined) {
    if (row === undefined || row.refused !== null) return
    onClose()
    row.act()
  }
  function onKey(event: React.KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.code === 'ArrowDown') setActive(moveActive(at, 1, rows.length))
    else if (event.code === 'ArrowUp') setActive(Math.max(0, at - 1))
    else if (event.code === 'Enter' || event.code === 'NumpadEnter') choose(rows[at])
    else return
    event.preventDefault()
  }

  let place = -1
  return (
    <Cover label={say('palette.title')} onClose={onClose}>
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Search size={20} className="shrink-0 text-soft" aria-hidden />
        <input
          ref={box}
          // biome-ignore lint/a11y/noAutofocus: it was opened to type
          autoFocus
          role="combobox"
          aria-label={say('palette.title')}
          aria-expanded
          aria-controls="palette-rows"
          aria-activedescendant={at >= 0 ? `palette-${at}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          maxLength={limits.characters_max}
          placeholder={say('palette.placeholder')}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setActive(0)
          }}
          onKeyDown={onKey}
          className="h-14 min-w-0 flex-1 bg-transparent text-lg outline-none placeholder:text-base placeholder:text-hint focus-visible:shadow-none focus-visible:outline-none"
        />
      </div>
      <div
        id="palette-rows"
        role="listbox"
        aria-label={say('palette.title')}
        className="max-h-[min(56vh,30rem)] overflow-auto p-2"
      >
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of a list box is no fieldset
          <div key={group.title} role="group" aria-label={group.title} className="pb-1">
            <p aria-hidden className="px-3 pt-2 pb-1 text-xs font-semibold text-soft">
              {group.title}
            </p>
            {group.rows.map((row) => {
              place += 1
              return (
                <PaletteRow
                  key={row.id}
                  row={row}
                  place={place}
                  active={place === at}
                  onChoose={() => choose(row)}
                />
              )
            })}
          </div>
        ))}
        {rows.length === 0 ? (
          <p className="px-3 py-6 text-center text-soft">{say('palette.none')}</p>
        ) : null}
      </div>
      <p className="flex justify-between border-t border-line bg-paper px-4 py-1.5 text-xs text-soft">
        <span>{say('palette.keys')}</span>
        <span>{say('desk.commandHint')}</span>
      </p>
      <p role="status" className="sr-only">
        {say('palette.count', { count: rows.length })}
      </p>
    </Cover>
  )
}

type RowProps = { row: Row; place: number; active: boolean; onChoose: () => void }

function PaletteRow({ row, place, active, onChoose }: RowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the box has the keys of the list
    <div
      id={`palette-${place}`}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      aria-disabled={row.refused !== null}
      onClick={onChoose}
      className={`flex min-h-11 items-center gap-3 rounded-md px-3 py-1 ${row.refused === null ? 'cursor-pointer' : 'cursor-not-allowed text-soft'} ${active ? 'bg-brand-tint' : 'hover:bg-paper'}`}
    >
      <span className={row.refused === null ? 'text-brand' : 'text-edge'}>{row.icon}</span>
      <span className="min-w-0 flex-1">
        <span className="block truncate">{row.word}</span>
        {row.refused === null ? row.more : <span className="block text-sm">{row.refused}</span>}
      </span>
      {row.keys === undefined ? null : <kbd className="key">{row.keys}</kbd>}
    </div>
  )
}

function useGroups(me: Me, text: string): Group[] {
  const { say } = useWords()
  const navigate = useNavigate()
  const commanding = text.startsWith('>')
  const q = text.replace(/^>/, '').trim()
  const mayFind = me.actions.includes('search.find')
  const asking = mayFind && !commanding && worthAsking(q)
  const answer = useSearch({ q: asking ? q : '' })
  const wanted = thaiFold(q)
  const matching = (rows: Command[]) => rows.filter(({ word }) => thaiFold(word).includes(wanted))
  const goTo = matching(usePlaceCommands(me))
  const commands = matching(useCommands(me))
  if (commanding) return [{ title: say('palette.commands'), rows: commands }]
  const found = asking ? (answer.data?.employers.hits ?? []) : []
  const employers: Row[] = found.slice(0, limits.employers_max).map((hit) => ({
    id: hit.accountNo,
    word: hit.name,
    icon: <Building2 size={18} aria-hidden />,
    refused: null,
    more: (
      <span className="block truncate text-sm text-soft">
        <span className="identifier">{formatAccountNo(hit.accountNo)}</span> · {hit.officeName}
      </span>
    ),
    act: () => void navigate({ to: '/files/$accountNo', params: { accountNo: hit.accountNo } }),
  }))
  const everywhere: Row[] = asking
    ? [
        {
          id: 'search',
          word: say('palette.searchAll', { q }),
          icon: <Search size={18} aria-hidden />,
          refused: null,
          act: () => void navigate({ to: '/', search: { q } }),
        },
      ]
    : []
  return [
    { title: say('palette.employers'), rows: [...employers, ...everywhere] },
    { title: say('palette.goTo'), rows: goTo },
    // Without a word to go by, the screens come first and the commands wait behind their sign.
    { title: say('palette.commands'), rows: q === '' ? [] : commands },
  ]
}
