import { useState } from 'react'
import { Foot } from '../conversion/reject-dialog.tsx'
import { Dialog } from '../widgets/dialog.tsx'
import { Field } from '../widgets/field.tsx'
import { useWords } from '../words/words.ts'

/** Another reason than those on the keys needs words. */
export function WordsDialog(props: { onSend: (note: string) => void; onClose: () => void }) {
  const { say } = useWords()
  const [note, setNote] = useState('')
  const empty = note.trim() === ''
  return (
    <Dialog title={say('check.otherTitle')} open onClose={props.onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!empty) props.onSend(note.trim())
        }}
      >
        <Field label={say('station.note')}>
          {(given) => (
            <textarea
              {...given}
              autoFocus
              rows={3}
              maxLength={500}
              className="field h-auto py-2"
              value={note}
              onChange={({ target }) => setNote(target.value)}
            />
          )}
        </Field>
        <Foot refused={empty ? say('station.needsWords') : null} onClose={props.onClose}>
          {say('check.reject')}
        </Foot>
      </form>
    </Dialog>
  )
}
