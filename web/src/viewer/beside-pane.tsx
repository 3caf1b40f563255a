import { useQuery } from '@tanstack/react-query'
import { ArrowLeftRight, ChevronLeft, ChevronRight, Link2, X } from 'lucide-react'
import { useState } from 'react'
import type { DocumentSummary, FiledDocument } from '#documents/contract'
import { formatDate } from '#thai-text'
import { Button } from '../widgets/button.tsx'
import { Trouble } from '../widgets/trouble.tsx'
import { Wait } from '../widgets/wait.tsx'
import { useWords } from '../words/words.ts'
import { documentQuery } from './document-query.ts'
import { useMoveTogether } from './move-together.ts'
import type { PageImage } from './page-image.ts'
import { PageView } from './page-view.tsx'
import { redactionsQuery } from './redactions/redactions-query.ts'
import { shownPages } from './shown-page.ts'
import { usePageImage } from './use-page-image.ts'

/** What stands in the second pane. */
export type Beside = { documentId: string; page: number }

type Props = {
  beside: Beside
  /** The papers of the same file, for choosing another one. */
  documents: readonly DocumentSummary[]
  covered: boolean
  first: PageImage | null
  onShow: (beside: Beside) => void
  onSwap: () => void
  onClose: () => void
}

/** A second page next to the first: another page, or another paper of the file. */
export function BesidePane(props: Props) {
  const document = useQuery(documentQuery(props.beside.documentId))
  return (
    <div className="flex min-w-0 flex-1 flex-col border-l-2 border-line">
      <BesideBar {...props} pages={document.data?.pageList.length ?? 1} />
      {document.isPending ? <Wait /> : null}
      {document.isError ? (
        <div className="p-4">
          <Trouble error={document.error} onRetry={() => void document.refetch()} />
        </div>
      ) : null}
      {document.data === undefined ? null : (
        <BesidePage key={document.data.documentId} {...props} document={document.data} />
      )}
    </div>
  )
}

function BesidePage({ document, beside, covered, first }: Props & { document: FiledDocument }) {
  const { say } = useWords()
  const [together, setTogether] = useState(true)
  const { data: known } = useQuery(redactionsQuery(document.documentId))
  const pageList = shownPages(document.pageList, known, covered)
  const at = Math.min(pageList.length, beside.page) - 1
  const view = usePageImage({ pages: pageList, at })
  useMoveTogether(first, view.image, together)
  const title = document.title ?? document.typeTitleTh
  return (
    <>
      <PageView
        view={view}
        label={say('viewer.page', { page: at + 1, pages: pageList.length, title })}
        boxes={[]}
        current={undefined}
      />
      <div className="border-t border-line bg-sheet px-2 py-1">
        <Button
          small
          look="quiet"
          pressed={together}
          icon={<Link2 size={17} aria-hidden />}
          onPress={() => setTogether(!together)}
        >
          {say('viewer.together')}
        </Button>
      </div>
    </>
  )
}

function BesideBar({
  beside,
  documents,
  pages,
  onShow,
  onSwap,
  onClose,
}: Props & { pages: number }) {
  const { say } = useWords()
  const { documentId } = beside
  const page = Math.min(pages, beside.page)
  const turn = (to: number) => onShow({ documentId, page: Math.max(1, Math.min(pages, to)) })
  const tool = { small: true, look: 'quiet' } as const
  return (
    <div className="flex items-center gap-1 border-b border-line bg-sheet px-2 py-1">
      <select
        aria-label={say('viewer.besideDocument')}
        value={documentId}
        onChange={(event) => onShow({ documentId: event.target.value, page: 1 })}
        className="field h-9 min-w-0 flex-1 text-sm"
      >
        {documents.map((document) => (
          <option key={document.documentId} value={document.documentId}>
            {titleOf(document)}
          </option>
        ))}
      </select>
      <Button {...tool} icon={<ChevronLeft size={17} aria-hidden />} onPress={() => turn(page - 1)}>
        <span className="sr-only">{say('viewer.previous')}</span>
      </Button>
      <span className="min-w-12 text-center text-sm">
        {page}/{pages}
      </span>
      <Button
        {...tool}
        icon={<ChevronRight size={17} aria-hidden />}
        onPress={() => turn(page + 1)}
      >
        <span className="sr-only">{say('viewer.next')}</span>
      </Button>
      <Button
        {...tool}
        shortcut="X"
        icon={<ArrowLeftRight size={17} aria-hidden />}
        onPress={onSwap}
      >
        {say('viewer.swap')}
      </Button>
      <Button {...tool} icon={<X size={17} aria-hidden />} onPress={onClose}>
        <span className="sr-only">{say('viewer.closeBeside')}</span>
      </Button>
    </div>
  )
}

function titleOf({ formNo, title, typeTitleTh, dated }: DocumentSummary): string {
  const day = dated === null ? null : formatDate(dated.date, dated.precision, 'short')
  return [formNo, title ?? typeTitleTh, day].filter(Boolean).join(' · ')
}
