import { useState } from 'react'
import type { RejectReason } from '#conversion/contract'
import { Button } from '../widgets/button.tsx'
import { Dialog } from '../widgets/dialog.tsx'
import { Field } from '../widgets/field.tsx'
import { RadioGroup } from '../widgets/radio-group.tsx'
import { useWords } from '../words/words.ts'

const reasons = ['scanned-twice', 'unreadable', 'not-for-file', 'other'] as const

type Props = {
  pages: number
  onSend: (reject: { reason: RejectReason; note: string }) => void
  onClose: () => void
}

/** Why pages are left out. They stay in the batch and can be brought back. */
export function RejectDialog({ pages, onSend, onClose }: Props) {
  const { say } = useWords()
  const [reason, setReason] = useState<RejectReason>('scanned-twice')
  const [note, setNote] = useState('')
  const wordless = reason === 'other' && note.trim() === ''
  return (
    <Dialog title={say('station.rejectTitle', { count: pages })} open onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!wordless) onSend({ reason, note: note.trim() })
        }}
      >
        <RadioGroup
          label={say('station.why')}
          value={reason}
          choices={reasons.map((code) => ({ id: code, word: say(`rejectReason.${code}`) }))}
          onChange={(to) => setReason(reasons.find((code) => code === to) ?? 'other')}
        />
        <NoteField value={note} onChange={setNote} />
        <Foot refused={wordless ? say('station.needsWords') : null} onClose={onClose}>
          {say('station.reject')}
        </Foot>
      </form>
    </Dialog>
  )
}

/** Words beside a reason. */
export function NoteField({ value, onChange }: { value: string; onChange: (to: string) => void }) {
  const { say } = useWords()
  return (
    <Field label={say('station.note')}>
      {(given) => (
        <textarea
          {...given}
          rows={2}
          maxLength={500}
          className="field h-auto py-2"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}

type FootProps = { refused: string | null; onClose: () => void; children: string }

/** The two buttons under a form in a dialog. */
export function Foot({ refused, onClose, children }: FootProps) {
  const { say } = useWords()
  return (
    <div className="flex justify-end gap-2">
      <Button onPress={onClose}>{say('app.cancel')}</Button>
      <Button type="submit" look="strong" refused={refused}>
        {children}
      </Button>
    </div>
  )
}
