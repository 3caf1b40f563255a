import { useQuery } from '@tanstack/react-query'
import { StickyNote } from 'lucide-react'
import type { PageNote } from '#page-notes/contract'
import { useRefused } from '../../shell/me.ts'
import { Button } from '../../widgets/button.tsx'
import { useToast } from '../../widgets/toast.tsx'
import { Trouble } from '../../widgets/trouble.tsx'
import { Wait } from '../../widgets/wait.tsx'
import { sayWhen } from '../../words/say-when.ts'
import { useWords } from '../../words/words.ts'
import { SidePanel } from '../side-panel.tsx'
import { NoteForm } from './note-form.tsx'
import { notesQuery } from './notes-query.ts'
import { type NoteDraft, useNotes } from './use-notes.ts'

type Props = {
  documentId: string
  numbers: ReadonlyMap<string, number>
  chosen: string | null
  onChoose: (note: PageNote) => void
  draft: NoteDraft | null
  onDraft: (draft: NoteDraft | null) => void
  /** Begins a note in the middle of what is seen. */
  onWrite: () => void
  onClose: () => void
}

/** What people wrote beside the pages of the document; the own ones can be changed and taken off. */
export function NotesPanel(props: Props) {
  const { documentId, draft, onDraft, onWrite, onClose } = props
  const { say } = useWords()
  const tell = useToast()
  const refused = useRefused('page-notes.write')
  const notes = useQuery(notesQuery(documentId))
  const { save, remove } = useNotes(documentId)
  function takeOff({ noteId }: PageNote) {
    const undo = () => remove.mutate({ noteId, removed: false })
    const done = () => tell({ text: say('notes.removed'), tone: 'good', undo })
    remove.mutate({ noteId, removed: true }, { onSuccess: done })
  }
  return (
    <SidePanel title={say('notes.title')} hint={say('notes.hint')} onClose={onClose}>
      <div className="flex flex-col gap-3">
        {draft === null ? (
          <Button icon={<StickyNote size={17} aria-hidden />} refused={refused} onPress={onWrite}>
            {say('notes.write')}
          </Button>
        ) : (
          <NoteForm
            key={draft.noteId}
            draft={draft}
            error={save.error}
            busy={save.isPending}
            onSave={(words) => save.mutate({ ...draft, words }, { onSuccess: () => onDraft(null) })}
            onClose={() => onDraft(null)}
          />
        )}
        {notes.isPending ? <Wait /> : null}
        {notes.isError ? (
          <Trouble error={notes.error} onRetry={() => void notes.refetch()} />
        ) : null}
        {remove.error === null ? null : <Trouble error={remove.error} />}
        {notes.data?.notes.length === 0 ? (
          <p className="text-sm text-soft">{say('notes.none')}</p>
        ) : null}
        <ul className="flex flex-col gap-2">
          {notes.data?.notes.map((note) => (
            <NoteCard
              key={note.noteId}
              note={note}
              {...props}
              onChange={() => onDraft({ ...note })}
              onRemove={() => takeOff(note)}
            />
          ))}
        </ul>
      </div>
    </SidePanel>
  )
}

type CardProps = Pick<Props, 'numbers' | 'chosen' | 'onChoose'> & {
  note: PageNote
  onChange: () => void
  onRemove: () => void
}

function NoteCard({ note, numbers, chosen, onChoose, onChange, onRemove }: CardProps) {
  const { say } = useWords()
  const { noteId, pageId, words, author, writtenAt, changedAt, mine } = note
  const when = sayWhen(changedAt ?? writtenAt, new Date(), say)
  return (
    <li
      className={`rounded-lg border px-3 py-2 text-sm ${chosen === noteId ? 'border-brand bg-brand-tint' : 'border-line'}`}
    >
      <button
        type="button"
        aria-label={say('notes.show', { page: numbers.get(pageId), words })}
        onClick={() => onChoose(note)}
        className="block w-full text-left whitespace-pre-wrap"
      >
        {words}
      </button>
      <p className="mt-1 text-soft">
        {say('notes.onPage', { page: numbers.get(pageId) })} · {author} ·{' '}
        {changedAt === null ? when : say('notes.changed', { when })}
      </p>
      {mine ? (
        <p className="mt-1 flex gap-1.5">
          <Button small look="quiet" onPress={onChange}>
            {say('notes.change')}
          </Button>
          <Button small look="quiet" onPress={onRemove}>
            {say('notes.remove')}
          </Button>
        </p>
      ) : null}
    </li>
  )
}
