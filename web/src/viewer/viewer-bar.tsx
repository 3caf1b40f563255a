import { Link } from '@tanstack/react-router'
import { ArrowLeft, ChevronDown, ChevronUp, Download, Printer, Search } from 'lucide-react'
import { useState } from 'react'
import type { CopyForm } from '#copies/contract'
import type { FiledDocument } from '#documents/contract'
import { formatAccountNo, formatDate } from '#thai-text'
import { Button } from '../widgets/button.tsx'
import { useWords } from '../words/words.ts'

type Props = {
  document: FiledDocument
  title: string
  q: string
  hit: number
  hits: number
  searched: boolean
  onFind: (q: string) => void
  onHit: (by: number) => void
  /** Why this person may take no copies. */
  copyRefused: string | null
  onCopy: (form: CopyForm) => void
}

export function ViewerBar(props: Props) {
  const { document, title, copyRefused, onCopy } = props
  const { say } = useWords()
  const account = formatAccountNo(document.accountNo)
  const { dated } = document
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-sheet px-4 py-1.5">
      <Link
        to="/files/$accountNo"
        params={{ accountNo: document.accountNo }}
        search={{ doc: document.documentId }}
        aria-label={say('viewer.backToFile', { account })}
        className="inline-flex min-h-9 items-center gap-1.5 rounded-md px-2 text-sm whitespace-nowrap text-brand hover:bg-brand-tint"
      >
        <ArrowLeft size={18} aria-hidden />
        <span className="identifier font-semibold">{account}</span>
      </Link>
      <div className="min-w-40 flex-1">
        <h1 className="truncate text-base" title={title}>
          {title}
        </h1>
        <p className="truncate text-sm text-soft">
          {dated === null ? say('file.noDate') : formatDate(dated.date, dated.precision, 'short')}
          {' · '}
          {document.employerName}
        </p>
      </div>
      <FindInDocument {...props} />
      <div className="flex gap-0.5">
        <Button
          small
          look="quiet"
          shortcut="D"
          refused={copyRefused}
          icon={<Download size={17} aria-hidden />}
          onPress={() => onCopy('download')}
        >
          {say('copies.download')}
        </Button>
        <Button
          small
          look="quiet"
          shortcut="P"
          refused={copyRefused}
          icon={<Printer size={17} aria-hidden />}
          onPress={() => onCopy('print')}
        >
          {say('copies.print')}
        </Button>
      </div>
    </header>
  )
}

function FindInDocument({ q, hit, hits, searched, onFind, onHit }: Props) {
  const { say } = useWords()
  const [typed, setTyped] = useState(q)
  const [seen, setSeen] = useState(q)
  if (seen !== q) {
    setSeen(q)
    setTyped(q)
  }
  return (
    <search>
      <form
        className="flex items-center gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (typed.trim() === q && hits > 0) onHit(1)
          else onFind(typed.trim())
        }}
      >
        <div className="relative">
          <Search
            size={16}
            className="absolute top-1/2 left-2.5 -translate-y-1/2 text-soft"
            aria-hidden
          />
          <input
            aria-label={say('viewer.find')}
            placeholder={say('viewer.find')}
            value={typed}
            maxLength={200}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.code === 'Escape') event.currentTarget.blur()
            }}
            className="field h-9 w-56 pl-8 text-sm"
          />
        </div>
        {q === '' ? null : (
          <>
            <span className="min-w-14 text-center text-sm whitespace-nowrap text-soft">
              {hits === 0
                ? searched
                  ? say('viewer.noHits')
                  : ''
                : hit === 0
                  ? say('viewer.hits', { count: hits })
                  : say('viewer.hitOf', { hit, hits })}
            </span>
            <Button
              small
              look="quiet"
              shortcut="Shift+N"
              icon={<ChevronUp size={17} aria-hidden />}
              onPress={() => onHit(-1)}
            >
              {say('viewer.previousHit')}
            </Button>
            <Button
              small
              look="quiet"
              shortcut="N"
              icon={<ChevronDown size={17} aria-hidden />}
              onPress={() => onHit(1)}
            >
              {say('viewer.nextHit')}
            </Button>
          </>
        )}
      </form>
    </search>
  )
}
