import { useState } from 'react'
import type { NoteDraft } from './notes/use-notes.ts'
import type { Draft } from './redactions/draft.ts'
import type { Ways } from './use-ways.ts'

export type Marks = ReturnType<typeof useMarks>

/** What is being set on the pages and not saved yet. It rests while its panel is closed. */
export function useMarks({ url, change }: Ways) {
  const [redaction, setRedaction] = useState<Draft | null>(null)
  const [note, setNote] = useState<NoteDraft | null>(null)
  return {
    redaction: url.panel === 'covers' ? redaction : null,
    setRedaction,
    note: url.panel === 'notes' ? note : null,
    setNote,
    chosenNote: url.note ?? null,
    chooseNote: (noteId: string) => change({ panel: 'notes', note: noteId }),
  }
}
