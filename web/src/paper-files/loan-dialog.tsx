import { useState } from 'react'
import type { PaperChange } from '#paper-files/contract'
import { type BEDate, knownDate } from '../widgets/be-date.ts'
import { BEDateField } from '../widgets/be-date-field.tsx'
import { Button } from '../widgets/button.tsx'
import { Dialog } from '../widgets/dialog.tsx'
import { Field } from '../widgets/field.tsx'
import { inBangkok } from '../words/say-when.ts'
import { useWords } from '../words/words.ts'

type Props = { count: number; onSend: (change: PaperChange) => void; onClose: () => void }

/** Who takes the files, and when they come back. */
export function LoanDialog({ count, onSend, onClose }: Props) {
  const { say } = useWords()
  const [lentTo, setLentTo] = useState('')
  const [due, setDue] = useState<BEDate>('')
  const [wrong, setWrong] = useState(false)
  const day = knownDate(due)
  const lacking =
    lentTo.trim().length < 2
      ? say('paper.borrowerHint')
      : wrong || day?.precision !== 'day'
        ? say('paper.due')
        : null
  return (
    <Dialog title={say('paper.loanTitle', { count })} open onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (lacking !== null || day === null) return
          onSend({ state: 'on-loan', loan: { lentTo: lentTo.trim(), dueOn: day.date } })
        }}
      >
        <Field label={say('paper.borrower')} hint={say('paper.borrowerHint')}>
          {(given) => (
            <input
              {...given}
              autoFocus
              className="field"
              maxLength={120}
              value={lentTo}
              onChange={(event) => setLentTo(event.target.value)}
            />
          )}
        </Field>
        <BEDateField
          label={say('paper.due')}
          value={due}
          onCommit={setDue}
          onWrong={setWrong}
          precision="day"
          earliest={inBangkok(new Date()).date}
        />
        <div className="flex justify-end gap-2">
          <Button onPress={onClose}>{say('app.cancel')}</Button>
          <Button type="submit" look="strong" refused={lacking}>
            {say('paper.lend')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
