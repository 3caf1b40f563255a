import { useState } from 'react'
import { Button } from '../widgets/button.tsx'
import { Dialog } from '../widgets/dialog.tsx'
import { isSingleKey, type KeyChoices, keysAsSet } from '../widgets/keys.ts'
import { Switch } from '../widgets/switch.tsx'
import { useWords } from '../words/words.ts'
import { actOfKey, type KeyRow, keyCaps, keyGroups, movableKeys } from './key-list.ts'

type Props = { choices: KeyChoices; onChange: (choices: KeyChoices) => void; onClose: () => void }

/** Every key and its act; single letters can be switched off or moved. */
export function KeyHelp({ choices, onChange, onClose }: Props) {
  const { say } = useWords()
  const [asked, setAsked] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)

  function take(from: string, event: React.KeyboardEvent) {
    if (event.code === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    setAsked(null)
    setTrouble(null)
    if (event.code === 'Escape') return
    const letter = /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase()
    if (letter === undefined) return setTrouble(say('keys.onlyLetters'))
    const taken = actOfKey(letter, from, choices.moved)
    if (taken !== null) {
      return setTrouble(say('keys.taken', { key: letter.toUpperCase(), act: say(taken) }))
    }
    onChange({ ...choices, moved: { ...choices.moved, [from]: letter } })
  }

  return (
    <Dialog title={say('keys.title')} open onClose={onClose} wide>
      <p className="mb-3 text-sm text-soft">{say('keys.intro')}</p>
      <div className="mb-5 rounded-lg bg-paper p-3">
        <Switch on={choices.single} onChange={(single) => onChange({ ...choices, single })}>
          {say('keys.single')}
        </Switch>
        <p className="mt-1 text-sm text-soft">{say('keys.singleHint')}</p>
      </div>
      <p role="alert" className={trouble === null ? '' : 'mb-3 text-sm text-bad'}>
        {trouble}
      </p>
      <div className="gap-x-10 sm:columns-2">
        {keyGroups.map(({ title, rows }) => (
          <section key={title} className="mb-6 break-inside-avoid">
            <h3 className="mb-1 border-b border-line pb-1 text-sm text-brand">{say(title)}</h3>
            <ul className="text-sm">
              {rows.map((row) => (
                <li key={row.word} className="flex min-h-9 items-center justify-between gap-3">
                  <span>{say(row.word)}</span>
                  <span className="flex items-center gap-2 whitespace-nowrap">
                    {row.keys.map((key) => (
                      <KeyOf
                        key={key}
                        name={key}
                        row={row}
                        choices={choices}
                        asked={asked === key}
                        onAsk={() => setAsked(key)}
                        onTake={(event) => take(key, event)}
                        onLeave={() => setAsked(null)}
                      />
                    ))}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {Object.keys(choices.moved).length === 0 ? null : (
        <div className="mt-5">
          <Button small onPress={() => onChange({ ...keysAsSet, single: choices.single })}>
            {say('keys.reset')}
          </Button>
        </div>
      )}
    </Dialog>
  )
}

type KeyProps = {
  name: string
  row: KeyRow
  choices: KeyChoices
  asked: boolean
  onAsk: () => void
  onTake: (event: React.KeyboardEvent) => void
  onLeave: () => void
}

/** A key cap; where it is a letter alone, a button that waits for another letter. */
function KeyOf({ name, row, choices, asked, onAsk, onTake, onLeave }: KeyProps) {
  const { say } = useWords()
  const now = choices.moved[name] ?? name
  const off = !choices.single && isSingleKey(name)
  const caps = keyCaps(now).map((cap) => (
    <kbd key={cap} className={`key ${off ? 'line-through opacity-60' : ''}`}>
      {cap}
    </kbd>
  ))
  if (!movableKeys(row).includes(name) || off) return <span className="flex gap-1">{caps}</span>
  return (
    <button
      type="button"
      aria-label={say('keys.moveKey', { act: say(row.word), key: now.toUpperCase() })}
      onClick={onAsk}
      onBlur={onLeave}
      {...(asked ? { onKeyDown: onTake } : {})}
      className="flex min-h-7 min-w-7 items-center justify-center rounded-md border border-dashed border-edge px-1 hover:border-brand hover:bg-brand-tint"
    >
      {asked ? <span className="px-1 text-brand">{say('keys.pressNew')}</span> : caps}
    </button>
  )
}
