import { BookOpen } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { DocumentSummary } from '#documents/contract'
import { Button } from '../widgets/button.tsx'
import { useWords } from '../words/words.ts'

type Props = { document: DocumentSummary | undefined; onOpen: () => void }

/** The first page follows the selection after a short rest, so that fast moves load nothing. */
export function DocumentPreview({ document, onOpen }: Props) {
  const { say } = useWords()
  const [shown, setShown] = useState(document?.firstPageId)
  const wanted = document?.firstPageId
  useEffect(() => {
    const timer = setTimeout(() => setShown(wanted), 80)
    return () => clearTimeout(timer)
  }, [wanted])
  if (document === undefined) return <aside aria-label={say('file.preview')} />
  const title = document.title ?? document.typeTitleTh
  return (
    <aside aria-label={say('file.preview')} className="flex min-h-0 flex-col gap-3 p-4">
      <Button look="strong" icon={<BookOpen size={18} aria-hidden />} onPress={onOpen}>
        {say('file.open')} · Enter
      </Button>
      <button
        type="button"
        onClick={onOpen}
        aria-label={`${say('file.open')} ${title}`}
        className="flex min-h-0 flex-1 items-start justify-center rounded-md"
      >
        {shown === undefined ? null : (
          <img
            src={`/api/pages/${shown}/view.webp`}
            alt={say('viewer.page', { page: 1, pages: document.pages, title })}
            className="max-h-full max-w-full border border-line bg-sheet object-contain shadow-sm"
          />
        )}
      </button>
    </aside>
  )
}
