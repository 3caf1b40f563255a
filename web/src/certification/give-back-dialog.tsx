import { useState } from 'react'
import { returnReasons } from '#conversion/contract'
import { Foot, NoteField } from '../conversion/reject-dialog.tsx'
import { Dialog } from '../widgets/dialog.tsx'
import { RadioGroup } from '../widgets/radio-group.tsx'
import { useToast } from '../widgets/toast.tsx'
import { Trouble } from '../widgets/trouble.tsx'
import { useWords } from '../words/words.ts'
import { useGiveBack } from './certify-query.ts'

type Props = { batchId: string; documentId: string; title: string; onClose: () => void }

/** Gives a document back to the scanning station, with its reason; the batch is then signed anew. */
export function GiveBackDialog({ batchId, documentId, title, onClose }: Props) {
  const { say } = useWords()
  const tell = useToast()
  const giveBack = useGiveBack(batchId)
  const [id] = useState(() => crypto.randomUUID())
  const [reason, setReason] = useState<string>(returnReasons[0])
  const [note, setNote] = useState('')
  const wordless = reason === 'other' && note.trim() === ''
  return (
    <Dialog title={say('certify.giveBackTitle', { title })} open onClose={onClose}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (wordless) return
          giveBack.mutate(
            { id, documentId, reason, note: note.trim() },
            {
              onSuccess: () => {
                tell({ text: say('certify.givenBack') })
                onClose()
              },
            },
          )
        }}
      >
        <RadioGroup
          label={say('station.why')}
          value={reason}
          choices={returnReasons.map((code) => ({ id: code, word: say(`returnReason.${code}`) }))}
          onChange={setReason}
        />
        <NoteField value={note} onChange={setNote} />
        {giveBack.isError ? <Trouble error={giveBack.error} /> : null}
        <Foot refused={wordless ? say('station.needsWords') : null} onClose={onClose}>
          {say('certify.giveBack')}
        </Foot>
      </form>
    </Dialog>
  )
}
