import { useState } from 'react'
import { useWords } from '../words/words.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Field } from './field.tsx'
import { Trouble } from './trouble.tsx'

type Props = {
  title: string
  hint: string
  button: string
  error: unknown
  busy: boolean
  /** `id` names the act: sending again after a cut line does not repeat it. */
  onSend: (act: { id: string; reason: string }) => void
  onClose: () => void
}

/** Asks the reason of an act, which is recorded with it. */
export function ReasonForm({ title, hint, button, error, busy, onSend, onClose }: Props) {
  const { say } = useWords()
  const [reason, setReason] = useState('')
  const [id] = useState(() => crypto.randomUUID())
  const short = reason.trim().length < 3
  return (
    <Dialog title={title} open onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!short && !busy) onSend({ id, reason: reason.trim() })
        }}
      >
        {error === null ? null : <Trouble error={error} />}
        <Field label={say('file.waiveReason')} hint={hint}>
          {(given) => (
            <textarea
              {...given}
              autoFocus
              rows={3}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              className="field h-auto py-2"
            />
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <Button
            type="submit"
            look="strong"
            refused={busy ? say('app.saving') : short ? say('file.waiveHint') : null}
          >
            {button}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
