import { memo, useImperativeHandle, useRef } from 'react'
import type { Edit, LineDocument } from '#conversion/contract'
import { Button } from '../widgets/button.tsx'
import { sayCount } from '../words/numbers.ts'
import { sayWhen } from '../words/say-when.ts'
import { useWords } from '../words/words.ts'
import { IndexFieldRow } from './index-field.tsx'
import {
  fieldsToSee,
  type SharedField,
  settingOf,
  sharedFields,
  takingAll,
} from './shared-index.ts'

/** What the station may ask of the panel. */
export type IndexFocus = { begin: () => void }

type Props = {
  documents: readonly LineDocument[]
  numbers: readonly number[]
  refused: string | null
  ask: React.RefObject<IndexFocus | null>
  onEdit: (edit: Edit) => void
  /** Nothing is left to see here: the work goes on at the pages. */
  onDone: () => void
}

/** The index of the document that is looked at, or of several at once. */
export const IndexPanel = memo(function IndexPanel(props: Props) {
  const { documents, numbers, refused, ask, onEdit, onDone } = props
  const { say } = useWords()
  const panel = useRef<HTMLElement>(null)
  const fields = sharedFields(documents)
  const documentIds = documents.map(({ documentId }) => documentId)
  const [first] = documents
  useImperativeHandle(ask, () => ({ begin: () => focusNext(null) }))

  /** Goes to the next field that wants a look, after `from`; none is left: back to the pages. */
  function focusNext(from: string | null) {
    const wanted = fieldsToSee(fields).filter(({ field }) => field !== from)
    const next = wanted[0] ?? (from === null ? fields[0] : undefined)
    const row = next && panel.current?.querySelector(`[data-field="${next.field}"]`)
    const target = row?.querySelector('[data-proposal]') ?? row?.querySelector('input, button')
    if (target instanceof HTMLElement) target.focus()
    else onDone()
  }
  function take(field: SharedField, value: string | null) {
    onEdit({ kind: 'index', documentIds, set: settingOf(field, value) })
  }
  const open = takingAll(documents)
  return (
    <aside
      ref={panel}
      aria-label={say('index.title')}
      className="flex min-h-0 flex-col border-l border-line bg-sheet"
      onKeyDown={(event) => {
        if (event.code !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        onDone()
      }}
    >
      <header className="flex items-center gap-2 border-b border-line px-3 py-1.5">
        <h2 className="min-w-0 flex-1 truncate text-base font-semibold">
          {documents.length > 1
            ? say('index.ofSome', { count: sayCount(documents.length) })
            : say('index.ofOne', { number: numbers[0] ?? '' })}
        </h2>
        <Button small shortcut="I" refused={refused} onPress={() => focusNext(null)}>
          {say('index.begin')} <kbd className="key">I</kbd>
        </Button>
        <Button
          small
          shortcut="Y"
          refused={refused ?? (open.length === 0 ? say('index.nothingProposed') : null)}
          onPress={() => {
            for (const edit of open) onEdit(edit)
          }}
        >
          {say('index.takeAll')} <kbd className="key">Y</kbd>
        </Button>
      </header>
      <div className="flex min-h-0 flex-1 flex-col gap-1 overflow-auto p-2">
        {documents.map((document) => (
          <SentBackNote key={document.documentId} {...{ document, refused, onEdit }} />
        ))}
        {first?.employerName ? (
          <p className="px-2 text-sm">
            <b>{first.employerName}</b>
          </p>
        ) : null}
        {fields.map((field) => (
          <IndexFieldRow
            key={`${documentIds.join()} ${field.field}`}
            field={field}
            disabled={refused !== null}
            onTake={(value) => take(field, value)}
            onProposal={() => {
              take(field, field.proposal?.value ?? null)
              focusNext(field.field)
            }}
          />
        ))}
      </div>
    </aside>
  )
})

type NoteProps = Pick<Props, 'refused' | 'onEdit'> & { document: LineDocument }

/** Why the checker sent it back, and that it is mended now. */
function SentBackNote({ document, refused, onEdit }: NoteProps) {
  const { say } = useWords()
  const { sentBack, documentId } = document
  if (sentBack === null) return null
  const reason = say(`returnReason.${sentBack.reason}`)
  return (
    <div className="mx-2 rounded-md border border-bad bg-bad-tint p-2 text-sm">
      <p className="font-semibold text-bad">
        {say('station.sentBack')}: {reason}
      </p>
      {sentBack.note === '' ? null : <p>{sentBack.note}</p>}
      <p className="text-soft">
        {sentBack.by} · {sayWhen(sentBack.at, new Date(), say)}
      </p>
      {sentBack.mended ? (
        <p className="text-good">{say('station.mended')}</p>
      ) : (
        <Button
          small
          refused={refused}
          onPress={() => onEdit({ kind: 'mended', documentIds: [documentId] })}
        >
          {say('station.mend')} <kbd className="key">E</kbd>
        </Button>
      )}
    </div>
  )
}
