import { useQuery } from '@tanstack/react-query'
import { SquarePlus } from 'lucide-react'
import { useState } from 'react'
import type { Reason } from '#redactions/contract'
import { Button } from '../../widgets/button.tsx'
import { Field } from '../../widgets/field.tsx'
import { RadioGroup } from '../../widgets/radio-group.tsx'
import { Trouble } from '../../widgets/trouble.tsx'
import { useWords } from '../../words/words.ts'
import type { Box } from '../page-geometry.ts'
import { pageTextQuery } from '../page-text-query.ts'
import { changedPages, countBoxes, type Draft, type Standing, withBoxes } from './draft.ts'

type Props = {
  pageId: string
  draft: Draft
  standing: Standing
  onDraft: (draft: Draft | null) => void
  error: unknown
  busy: boolean
  onSave: (why: { reason: Reason; note: string }) => void
}

const reasons: readonly Reason[] = ['personal-data', 'trade-secret', 'other']
/** Where a box added by key stands first. */
const middle: Box = [0.35, 0.45, 0.3, 0.04]

/** Why the boxes are set, and the ways to set them without a mouse. */
export function DraftForm({ pageId, draft, standing, onDraft, error, busy, onSave }: Props) {
  const { say } = useWords()
  const [reason, setReason] = useState<Reason>('personal-data')
  const [note, setNote] = useState('')
  const changed = changedPages(draft, standing).length > 0
  const wordless = reason === 'other' && note.trim() === ''
  const why = wordless ? say('redactions.otherNeedsWords') : say('redactions.noBoxes')
  const add = (box: Box) => onDraft(withBoxes(draft, pageId, [...(draft.get(pageId) ?? []), box]))
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (changed && !wordless && !busy) onSave({ reason, note })
      }}
    >
      {error === null ? null : <Trouble error={error} />}
      <p className="text-sm" role="status">
        {say('redactions.set', { places: countBoxes(draft), pages: draft.size })}
      </p>
      <p className="text-sm text-soft">{say('redactions.drawHelp')}</p>
      <Button icon={<SquarePlus size={17} aria-hidden />} onPress={() => add(middle)}>
        {say('redactions.add')}
      </Button>
      <LinesToCover pageId={pageId} onCover={add} />
      <RadioGroup
        label={say('redactions.why')}
        value={reason}
        onChange={(chosen) => setReason(reasons.find((known) => known === chosen) ?? reason)}
        choices={reasons.map((id) => ({ id, word: say(`redactions.reason.${id}`) }))}
      />
      <Field label={say('redactions.note')}>
        {(given) => (
          <textarea
            {...given}
            rows={2}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            className="field h-auto py-2"
          />
        )}
      </Field>
      <div className="flex justify-end gap-2">
        <Button onPress={() => onDraft(null)}>{say('app.cancel')}</Button>
        <Button
          type="submit"
          look="strong"
          refused={busy ? say('app.saving') : changed && !wordless ? null : why}
        >
          {say('redactions.save')}
        </Button>
      </div>
    </form>
  )
}

/** The lines that the machine read, each with its box: the quickest way to cover a name. */
function LinesToCover({ pageId, onCover }: { pageId: string; onCover: (box: Box) => void }) {
  const { say } = useWords()
  const text = useQuery(pageTextQuery(pageId, ''))
  const lines = text.data?.lines ?? []
  if (lines.length === 0) return null
  return (
    <details className="rounded-lg border border-line">
      <summary className="cursor-pointer px-3 py-2 text-sm font-semibold">
        {say('redactions.lines')}
      </summary>
      <ul className="max-h-60 overflow-auto border-t border-line py-1">
        {lines.map(({ text: words, box }) => (
          <li key={box.join()}>
            <button
              type="button"
              aria-label={say('redactions.coverLine', { words })}
              onClick={() => onCover(withRoom(box))}
              className="block w-full truncate px-3 py-1 text-left text-sm hover:bg-brand-tint"
            >
              {words}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}

const room = 0.004

/** A little more than the line: marks above and below letters reach over its box. */
function withRoom([left, top, width, height]: Box): Box {
  const [x, y] = [Math.max(0, left - room), Math.max(0, top - room)]
  const [right, bottom] = [left + width + room, top + height + room]
  return [x, y, Math.min(1, right) - x, Math.min(1, bottom) - y]
}
