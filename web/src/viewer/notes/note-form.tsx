import { useEffect, useRef, useState } from 'react'
import { Button } from '../../widgets/button.tsx'
import { Field } from '../../widgets/field.tsx'
import { Trouble } from '../../widgets/trouble.tsx'
import { useWords } from '../../words/words.ts'
import type { NoteDraft } from './use-notes.ts'

type Props = {
  draft: NoteDraft
  error: unknown
  busy: boolean
  onSave: (words: string) => void
  onClose: () => void
}

/** Ctrl+Enter saves; Esc leaves the note as it was. */
export function NoteForm({ draft, error, busy, onSave, onClose }: Props) {
  const { say } = useWords()
  const [words, setWords] = useState(draft.words)
  const field = useRef<HTMLTextAreaElement>(null)
  // Its button was pressed to write.
  useEffect(() => field.current?.focus(), [])
  const empty = words.trim() === ''
  const save = () => {
    if (!empty && !busy) onSave(words.trim())
  }
  return (
    <form
      className="flex flex-col gap-3 rounded-lg border border-brand p-3"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
      onKeyDown={(event) => {
        if (event.code === 'Enter' && event.ctrlKey) save()
        if (event.code !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      {error === null ? null : <Trouble error={error} />}
      <Field
        label={say(draft.noteId === null ? 'notes.write' : 'notes.change')}
        hint={say(draft.noteId === null ? 'notes.writeHint' : 'notes.hint')}
      >
        {(given) => (
          <textarea
            {...given}
            ref={field}
            rows={3}
            maxLength={1_000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
            className="field h-auto py-2"
          />
        )}
      </Field>
      <div className="flex justify-end gap-2">
        <Button small onPress={onClose}>
          {say('app.cancel')}
        </Button>
        <Button
          small
          type="submit"
          look="strong"
          shortcut="Ctrl+Enter"
          refused={busy ? say('app.saving') : empty ? say('notes.empty') : null}
        >
          {say('notes.save')}
        </Button>
      </div>
    </form>
  )
}
