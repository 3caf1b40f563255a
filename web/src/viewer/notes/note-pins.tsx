import { MapPin, StickyNote } from 'lucide-react'
import type { PageNote } from '#page-notes/contract'
import { useWords } from '../../words/words.ts'
import { boxAfterKey } from '../redactions/draft.ts'
import type { NoteDraft } from './use-notes.ts'

type Props = {
  /** Those of the page on screen. */
  notes: readonly PageNote[]
  chosen: string | null
  onChoose: (noteId: string) => void
  /** The note being placed on this page, if one is. */
  draft: NoteDraft | null
  onPlace: (at: { x: number; y: number }) => void
}

/** The notes where they stick on the page. While one is written, a press on the page places it. */
export function NotePins({ notes, chosen, onChoose, draft, onPlace }: Props) {
  const { say } = useWords()
  const placing = draft !== null && draft.noteId === null
  return (
    <>
      {placing ? (
        <div
          className="absolute inset-0 cursor-crosshair"
          onPointerUp={({ nativeEvent: { offsetX, offsetY }, currentTarget }) =>
            onPlace({
              x: offsetX / currentTarget.offsetWidth,
              y: offsetY / currentTarget.offsetHeight,
            })
          }
        />
      ) : null}
      {notes.map(({ noteId, x, y, words, author }) => (
        <button
          key={noteId}
          type="button"
          title={`${author}: ${words}`}
          aria-label={say('notes.pin', { author, words })}
          aria-pressed={chosen === noteId}
          onClick={() => onChoose(noteId)}
          className={`absolute flex h-7 w-7 -translate-x-1/2 -translate-y-1/2 items-center justify-center rounded-md border ${chosen === noteId ? 'border-brand-deep bg-brand text-on-brand' : 'border-[#8a6400] bg-[#ffe08a] text-[#4a3600]'}`}
          style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
        >
          <StickyNote size={16} aria-hidden />
        </button>
      ))}
      {placing ? (
        <button
          type="button"
          aria-label={say('notes.place')}
          aria-description={say('notes.placeHelp')}
          onKeyDown={(event) => {
            const moved = boxAfterKey([draft.x, draft.y, 0, 0], event.code, false)
            if (moved === null) return
            event.preventDefault()
            event.stopPropagation()
            onPlace({ x: moved[0], y: moved[1] })
          }}
          className="absolute flex h-8 w-8 -translate-x-1/2 -translate-y-full items-end justify-center text-bad drop-shadow"
          style={{ left: `${draft.x * 100}%`, top: `${draft.y * 100}%` }}
        >
          <MapPin size={30} fill="#fff" aria-hidden />
        </button>
      ) : null}
    </>
  )
}
