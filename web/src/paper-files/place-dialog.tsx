import { useState } from 'react'
import type { Condition, PaperChange, PaperFile } from '#paper-files/contract'
import { Button } from '../widgets/button.tsx'
import { Dialog } from '../widgets/dialog.tsx'
import { Field } from '../widgets/field.tsx'
import { useWords } from '../words/words.ts'

const conditions: readonly Condition[] = [
  'unknown',
  'good',
  'torn',
  'faded',
  'thermal',
  'mouldy',
  'insects',
  'wet',
  'brittle',
]

const parts = ['building', 'shelf', 'box'] as const

type Props = {
  files: readonly PaperFile[]
  onSend: (change: PaperChange) => void
  onClose: () => void
}

/** Where files stand and what they are like. What several files do not share stays as it is. */
export function PlaceDialog({ files, onSend, onClose }: Props) {
  const { say } = useWords()
  const [first] = files
  const one = files.length === 1 ? first : undefined
  const [place, setPlace] = useState({
    building: one?.building ?? '',
    shelf: one?.shelf ?? '',
    box: one?.box ?? '',
  })
  const [condition, setCondition] = useState<Condition | ''>(one?.condition ?? '')
  function send() {
    const change: PaperChange = condition === '' ? {} : { condition }
    // An empty part of one file empties it; of several it says nothing.
    for (const part of parts)
      if (one || place[part].trim() !== '') change[part] = place[part].trim()
    if (Object.keys(change).length > 0) onSend(change)
    else onClose()
  }
  return (
    <Dialog title={say('paper.editTitle', { count: files.length })} open onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {parts.map((part, at) => (
          <Field
            key={part}
            label={say(`paper.${part}`)}
            {...(one ? {} : { hint: say('paper.keepHint') })}
          >
            {(given) => (
              <input
                {...given}
                autoFocus={at === 0}
                className="field"
                maxLength={120}
                value={place[part]}
                onChange={(event) => setPlace({ ...place, [part]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <Field label={say('paper.condition')}>
          {(given) => (
            <select
              {...given}
              className="field"
              value={condition}
              onChange={({ target }) =>
                setCondition(conditions.find((c) => c === target.value) ?? '')
              }
            >
              {one ? null : <option value="">{say('paper.keep')}</option>}
              {conditions.map((each) => (
                <option key={each} value={each}>
                  {say(`condition.${each}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <Button type="submit" look="strong">
            {say('paper.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
