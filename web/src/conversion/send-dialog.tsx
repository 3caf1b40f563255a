import { useState } from 'react'
import type { OpenBatch, sendLineBatch } from '#conversion/contract'
import { ask } from '../api/ask.ts'
import { Dialog } from '../widgets/dialog.tsx'
import { RadioGroup } from '../widgets/radio-group.tsx'
import { sayCount } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { Foot, NoteField } from './reject-dialog.tsx'

const reasons = ['damaged', 'stuck', 'folded', 'miscounted'] as const

export type Difference = { reason: (typeof reasons)[number]; note: string }

/** Sends the batch on; sent again under the same id it is sent once. */
export async function sendOn(
  batch: OpenBatch,
  { id, difference }: { id: string; difference: Difference | null },
): Promise<OpenBatch> {
  return await ask<typeof sendLineBatch>('POST', '/line/batches/:batchId/send', {
    params: { batchId: batch.batchId },
    body: { id, version: batch.version, difference },
  })
}

type Props = { batch: OpenBatch; onSend: (difference: Difference) => void; onClose: () => void }

/** The count does not agree: the batch goes on only with the reason, which is recorded. */
export function DifferenceDialog({ batch, onSend, onClose }: Props) {
  const { say } = useWords()
  const [reason, setReason] = useState<Difference['reason']>('miscounted')
  const [note, setNote] = useState('')
  const difference = batch.count.difference ?? 0
  const count = sayCount(Math.abs(difference))
  return (
    <Dialog title={say('send.differenceTitle')} open onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          onSend({ reason, note: note.trim() })
        }}
      >
        <p>{say(difference < 0 ? 'send.missing' : 'send.tooMany', { count })}</p>
        <RadioGroup
          label={say('station.why')}
          value={reason}
          choices={reasons.map((code) => ({ id: code, word: say(`countReason.${code}`) }))}
          onChange={(to) => setReason(reasons.find((code) => code === to) ?? 'miscounted')}
        />
        <NoteField value={note} onChange={setNote} />
        <Foot refused={null} onClose={onClose}>
          {say('send.button')}
        </Foot>
      </form>
    </Dialog>
  )
}
