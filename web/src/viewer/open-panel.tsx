import type { FiledDocument } from '#documents/contract'
import type { PageNote } from '#page-notes/contract'
import type { DocumentRedactions } from '#redactions/contract'
import { CopiesPanel } from './copies/copies-panel.tsx'
import { NotesPanel } from './notes/notes-panel.tsx'
import type { Hits } from './page-geometry.ts'
import { RedactionsPanel } from './redactions/redactions-panel.tsx'
import type { ShownPage } from './shown-page.ts'
import { TextPanel } from './text-panel.tsx'
import type { Marks } from './use-marks.ts'
import type { View } from './use-page-image.ts'
import type { Ways } from './use-ways.ts'

type Props = {
  document: FiledDocument
  page: ShownPage
  known: DocumentRedactions | undefined
  hits: Parameters<typeof TextPanel>[0]['hits'] & Hits
  ways: Ways
  marks: Marks
  view: View
}

/** The panel that the address names, beside the page. */
export function OpenPanel({ document, page, known, hits, ways, marks, view }: Props) {
  const { documentId, accountNo, pageList } = document
  const numbers = new Map(pageList.map(({ pageId }, at) => [pageId, at + 1]))
  const { url, change } = ways
  const close = () => change({ panel: undefined, note: undefined })
  function showNote({ noteId, pageId, x, y }: PageNote) {
    change({ note: noteId, page: numbers.get(pageId) })
    if (pageId === page.pageId) view.centre([x, y, 0, 0])
  }
  function beginNote() {
    const { pageId } = page
    marks.setNote({
      pageId,
      ...(view.image?.middle() ?? { x: 0.5, y: 0.5 }),
      words: '',
      noteId: null,
    })
  }
  if (url.panel === 'text') return <TextPanel page={page} hits={hits} onChoose={view.centre} />
  if (url.panel === 'copies') return <CopiesPanel accountNo={accountNo} onClose={close} />
  if (url.panel === 'notes') {
    return (
      <NotesPanel
        documentId={documentId}
        numbers={numbers}
        chosen={marks.chosenNote}
        onChoose={showNote}
        draft={marks.note}
        onDraft={marks.setNote}
        onWrite={beginNote}
        onClose={close}
      />
    )
  }
  if (url.panel !== 'covers' || known === undefined) return null
  return (
    <RedactionsPanel
      documentId={documentId}
      pageId={page.pageId}
      numbers={numbers}
      known={known}
      draft={marks.redaction}
      onDraft={marks.setRedaction}
      covered={url.covered === 1}
      onCovered={(covered) => change({ covered: covered ? 1 : undefined })}
      onPage={(pageId) => ways.turnTo((numbers.get(pageId) ?? 1) - 1)}
      onClose={close}
    />
  )
}
