import { LoaderCircle, Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useDesk } from '../shell/desk.ts'
import { useKeys } from '../widgets/keys.ts'
import { useWords } from '../words/words.ts'

type Props = {
  q: string
  busy: boolean
  /** Whether results stand below the box. */
  listed: boolean
  active: number
  /** What → at the end of the box would make of it. */
  suggestion: string | undefined
  onType: (q: string) => void
  onMove: (by: number) => void
  onOpen: (newTab: boolean) => void
  onPeek: () => void
  /** Whether Esc closed something that stands beside the list. */
  onEscape: () => boolean
  onClear: () => void
}

export function SearchBox({ q, busy, listed, active, suggestion, ...on }: Props) {
  const { onType, onMove, onOpen, onPeek, onEscape, onClear } = on
  const { say } = useWords()
  const desk = useDesk()
  const box = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(q)
  const [seen, setSeen] = useState(q)
  // The address may change from outside (back, an offer): then the box follows it.
  if (q !== seen) {
    setSeen(q)
    if (q !== typed.trim()) setTyped(q)
  }
  useEffect(() => box.current?.focus(), [])
  useKeys('slash', () => box.current?.focus())

  function type(text: string) {
    // The sign of a command opens the commands; the box keeps what it held.
    if (text.startsWith('>')) return desk.openPalette(text)
    setTyped(text)
    onType(text.trim())
  }

  function onKey(event: React.KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.code === 'ArrowDown') onMove(1)
    else if (event.code === 'ArrowUp') onMove(-1)
    else if (event.code === 'Enter') onOpen(event.ctrlKey)
    else if (event.code === 'Space' && active >= 0) onPeek()
    else if (event.code === 'ArrowRight' && suggestion !== undefined && atEnd(event)) {
      type(suggestion)
    } else if (event.code === 'Escape') {
      if (onEscape()) {
        // What stood beside the list is closed; the list and the words stay.
      } else if (active >= 0) onMove(-active - 1)
      else {
        setTyped('')
        onClear()
      }
    } else return
    event.preventDefault()
  }

  return (
    <div>
      <div className="relative">
        <span className="absolute top-1/2 left-4 -translate-y-1/2 text-soft">
          {busy ? (
            <LoaderCircle size={22} className="animate-spin" aria-label={say('search.searching')} />
          ) : (
            <Search size={22} aria-hidden />
          )}
        </span>
        <input
          ref={box}
          role="combobox"
          aria-label={say('search.label')}
          aria-expanded={listed}
          aria-controls={listed ? 'search-results' : undefined}
          aria-activedescendant={active >= 0 ? `result-${active}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          placeholder={say('search.placeholder')}
          value={typed}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKey}
          className="h-14 w-full rounded-xl border-2 border-brand bg-sheet pr-12 pl-12 text-lg placeholder:text-base placeholder:text-soft"
        />
        {typed === '' ? (
          <kbd className="absolute top-1/2 right-4 -translate-y-1/2 rounded border border-edge px-2 font-sans text-sm text-soft">
            /
          </kbd>
        ) : (
          <button
            type="button"
            aria-label={say('search.clear')}
            onClick={() => {
              setTyped('')
              onClear()
              box.current?.focus()
            }}
            className="absolute top-1/2 right-3 -translate-y-1/2 rounded-md p-1.5 text-soft hover:bg-sunken"
          >
            <X size={20} aria-hidden />
          </button>
        )}
      </div>
    </div>
  )
}

function atEnd({ currentTarget }: React.KeyboardEvent): boolean {
  if (!(currentTarget instanceof HTMLInputElement)) return false
  return currentTarget.selectionStart === currentTarget.value.length
}
