import { useEffect, useRef } from 'react'
import type { DocumentSummary } from '#documents/contract'
import { formatDate } from '#thai-text'
import { Button } from '../widgets/button.tsx'
import { sayCount } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'

type Props = {
  documents: readonly DocumentSummary[]
  filtered: boolean
  selected: string | undefined
  onSelect: (place: number) => void
  onOpen: () => void
  onShowAll: () => void
}

export function DocumentList(props: Props) {
  const { documents, filtered, selected, onSelect, onOpen, onShowAll } = props
  const { say } = useWords()
  const chosen = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row is shown when the choice moves
  useEffect(() => {
    chosen.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  return (
    <section>
      <h2 className="sticky top-0 z-10 flex items-baseline justify-between border-b border-line bg-sheet px-4 py-2 text-sm">
        {say('file.documents', { count: sayCount(documents.length) })}
        <span className="font-normal text-soft">{say('file.lockKeys')}</span>
      </h2>
      {documents.length > 0 ? null : (
        <div className="px-4 py-8 text-center text-soft">
          <p>{say(filtered ? 'file.emptySection' : 'file.empty')}</p>
          {filtered ? (
            <Button small look="quiet" onPress={onShowAll}>
              {say('file.showAll')}
            </Button>
          ) : null}
        </div>
      )}
      <div role="listbox" aria-label={say('file.documents', { count: documents.length })}>
        {documents.map((document, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the list are the screen's own
          <div
            key={document.documentId}
            ref={document.documentId === selected ? chosen : null}
            role="option"
            tabIndex={document.documentId === selected ? 0 : -1}
            aria-selected={document.documentId === selected}
            onClick={() => onSelect(at)}
            onDoubleClick={onOpen}
            className={`grid cursor-pointer scroll-mt-12 grid-cols-[7rem_minmax(0,1fr)_4rem] items-baseline gap-3 border-b border-line px-4 py-2 text-sm ${document.documentId === selected ? 'bg-brand-tint shadow-[inset_4px_0_0_var(--color-brand)]' : 'hover:bg-paper'}`}
          >
            <DocumentDate document={document} />
            <span className="min-w-0">
              {document.formNo === null ? null : (
                <span className="font-semibold whitespace-nowrap">{document.formNo} </span>
              )}
              {document.title ?? document.typeTitleTh}
            </span>
            <span className="text-right whitespace-nowrap text-soft">
              {say('search.pagesCount', { count: sayCount(document.pages) })}
            </span>
          </div>
        ))}
      </div>
    </section>
  )
}

export function DocumentDate({ document }: { document: Pick<DocumentSummary, 'dated'> }) {
  const { say } = useWords()
  const { dated } = document
  return (
    <span className={`whitespace-nowrap ${dated === null ? 'text-soft' : ''}`}>
      {dated === null ? say('file.noDate') : formatDate(dated.date, dated.precision, 'short')}
    </span>
  )
}
