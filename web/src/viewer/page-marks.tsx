import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { NotePins } from './notes/note-pins.tsx'
import { notesQuery } from './notes/notes-query.ts'
import { withBoxes } from './redactions/draft.ts'
import { RedactionLayer } from './redactions/redaction-layer.tsx'
import type { Marks } from './use-marks.ts'
import type { View } from './use-page-image.ts'

type Props = { documentId: string; pageId: string; marks: Marks; view: View }

/** What people put on the page: boxes while they are set, else the notes. */
export function PageMarks({ documentId, pageId, marks, view: { image } }: Props) {
  const { data } = useQuery(notesQuery(documentId))
  const { redaction, note } = marks
  const setting = redaction !== null || (note !== null && note.noteId === null)
  useEffect(() => {
    image?.hold(setting)
  }, [image, setting])
  if (redaction !== null) {
    return (
      <RedactionLayer
        boxes={redaction.get(pageId) ?? []}
        onChange={(boxes) => marks.setRedaction(withBoxes(redaction, pageId, boxes))}
      />
    )
  }
  return (
    <NotePins
      notes={data?.notes.filter((kept) => kept.pageId === pageId) ?? []}
      chosen={marks.chosenNote}
      onChoose={marks.chooseNote}
      draft={note?.pageId === pageId ? note : null}
      onPlace={(at) => note && marks.setNote({ ...note, ...at })}
    />
  )
}
