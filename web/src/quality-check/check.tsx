import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { OpenCheck, ReturnReason, Verdict } from '#conversion/contract'
import { returnKeys } from '../conversion/page-words.ts'
import { useToast } from '../widgets/toast.tsx'
import { useSize } from '../widgets/use-size.ts'
import { useWords } from '../words/words.ts'
import { CheckFields } from './check-fields.tsx'
import { BreakNote, CheckHeader } from './check-header.tsx'
import { ContactSheet, sheetPages, sheetSize } from './contact-sheet.tsx'
import { DocumentPages } from './document-pages.tsx'
import { FinishPanel } from './finish-panel.tsx'
import { endingOn, nextOpen } from './judgements.ts'
import { SheetEnlarged } from './sheet-enlarged.tsx'
import { useBreak } from './use-break.ts'
import { useCheckKeys } from './use-check-keys.ts'
import { useVerdicts } from './use-verdicts.ts'
import { VerdictBar } from './verdict-bar.tsx'
import { WordsDialog } from './words-dialog.tsx'

type Mark = { reason: ReturnReason; note: string }

const accepted: Verdict = { verdict: 'accept', reason: null, note: '', pageIds: [] }

/** Reasons that are about a page: the one that is looked at is meant, unless others are marked. */
const ofPages: readonly ReturnReason[] = [
  'unreadable',
  'skewed-or-turned',
  'below-minimum',
  'page-repeated',
  'cropped-or-folded',
]

export function Check({ check, onAgain }: { check: OpenCheck; onAgain: () => void }) {
  const { say } = useWords()
  const tell = useToast()
  const navigate = useNavigate()
  const { batchId, documentList } = check
  const sheets = useSearch({ from: '/checks/$batchId' }).mode === 'sheets'
  const pages = sheetPages(documentList)
  const verdicts = useVerdicts(check, comeBack)
  const { now } = verdicts
  const [at, setAt] = useState(() => Math.max(0, nextOpen(documentList, now, -1)))
  const [page, setPage] = useState(0)
  const [place, setPlace] = useState(() => firstPageOf(at))
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const [marks, setMarks] = useState<ReadonlyMap<string, Mark>>(new Map())
  const [big, setBig] = useState(false)
  const [choosing, setChoosing] = useState(false)
  const [wording, setWording] = useState(false)
  const area = useRef<HTMLDivElement>(null)
  const size = useSize(area)
  const rest = useBreak()
  const done = nextOpen(documentList, now, -1) === -1
  const [looking, setLooking] = useState(false)
  const finished = done && !looking
  const looked = pages[place]
  const document = sheets ? looked?.document : documentList[at]

  function firstPageOf(index: number): number {
    return documentList.slice(0, index).reduce((sum, each) => sum + each.pages.length, 0)
  }
  function goTo(index: number) {
    const to = Math.max(0, Math.min(documentList.length - 1, index))
    setAt(to)
    setPage(0)
    setPlace(firstPageOf(to))
    setMarked(new Set())
    setBig(false)
    setChoosing(false)
  }
  function comeBack(documentId: string) {
    setLooking(false)
    goTo(documentList.findIndex((each) => each.documentId === documentId))
  }
  function accept() {
    rest.worked()
    setLooking(false)
    if (sheets) return acceptSheet()
    if (document === undefined) return
    verdicts.judge(document.documentId, accepted)
    goOn(document.documentId)
  }
  /** The next document without a verdict; the one just judged has its own only after this turn. */
  function goOn(documentId: string) {
    const left = { ...now, verdicts: new Map(now.verdicts).set(documentId, accepted) }
    const next = nextOpen(documentList, left, at)
    if (next !== -1) goTo(next)
  }
  /** All documents that end on this sheet: rejected where a page is marked, else accepted. */
  function acceptSheet() {
    const end = (Math.floor(place / sheetSize.pages) + 1) * sheetSize.pages
    for (const each of endingOn(documentList, now, { end })) {
      const bad = each.pages.filter(({ pageId }) => marks.has(pageId))
      const [first] = bad
      const mark = first && marks.get(first.pageId)
      const pageIds = bad.map(({ pageId }) => pageId)
      verdicts.judge(each.documentId, mark ? { verdict: 'reject', ...mark, pageIds } : accepted)
    }
    if (end < pages.length) setPlace(end)
    setBig(false)
  }
  function begin() {
    if (sheets && looked !== undefined && marks.has(looked.page.pageId)) {
      const left = new Map(marks)
      left.delete(looked.page.pageId)
      return setMarks(left)
    }
    setChoosing(!choosing)
  }
  function reject(reason: ReturnReason, note = '') {
    if (reason === 'other' && note === '') return setWording(true)
    setChoosing(false)
    setWording(false)
    rest.worked()
    setLooking(false)
    if (sheets) {
      if (looked !== undefined) setMarks(new Map(marks).set(looked.page.pageId, { reason, note }))
      return
    }
    if (document === undefined) return
    const seen = document.pages[page]
    const meant =
      marked.size > 0 ? [...marked] : ofPages.includes(reason) && seen ? [seen.pageId] : []
    verdicts.judge(document.documentId, { verdict: 'reject', reason, note, pageIds: meant })
    goOn(document.documentId)
  }
  function undo() {
    if (now.verdicts.size === 0) return tell({ text: say('check.nothingToUndo'), tone: 'bad' })
    verdicts.undo()
  }
  function turn(by: number) {
    if (sheets) setPlace(Math.max(0, Math.min(pages.length - 1, place + by)))
    else if (document !== undefined) {
      setPage(Math.max(0, Math.min(document.pages.length - 1, page + by)))
    }
  }
  function turnFar(by: 1 | -1) {
    if (!sheets) return goTo(at + by)
    const first = (Math.floor(place / sheetSize.pages) + by) * sheetSize.pages
    if (first >= 0 && first < pages.length) setPlace(first)
  }
  function toggleMark() {
    const pageId = document?.pages[page]?.pageId
    if (sheets || pageId === undefined) return
    const next = new Set(marked)
    if (!next.delete(pageId)) next.add(pageId)
    setMarked(next)
  }
  function changeMode() {
    goTo(document === undefined ? 0 : documentList.indexOf(document))
    const search = sheets ? {} : { mode: 'sheets' as const }
    void navigate({ to: '/checks/$batchId', params: { batchId }, search, replace: true })
  }
  useCheckKeys({
    accept: () => {
      if (!finished) accept()
    },
    begin: () => {
      if (!finished) begin()
    },
    digit: (number) => {
      const reason = returnKeys[number - 1]
      if (choosing && reason !== undefined) reject(reason)
    },
    undo,
    turn,
    row: (by) => turn(by * sheetSize.columns),
    far: turnFar,
    mark: toggleMark,
    enlarge: () => setBig(!big),
    mode: changeMode,
    back: () => {
      if (choosing) setChoosing(false)
      else if (big) setBig(false)
      else void navigate({ to: '/checks' })
    },
  })

  return (
    <div className="flex h-full min-w-[1080px] flex-col">
      <CheckHeader check={check} now={now} sheets={sheets} onMode={changeMode} />
      {rest.due ? <BreakNote onRested={rest.rested} /> : null}
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_300px]">
        <div ref={area} className="relative min-h-0 overflow-hidden bg-sunken">
          {sheets ? (
            <ContactSheet
              {...{ pages, marks, size }}
              at={place}
              verdicts={now.verdicts}
              onPage={(to, open) => {
                setPlace(to)
                if (open) setBig(true)
              }}
            />
          ) : (
            [at - 1, at, at + 1, at + 2].map((index) => {
              const each = documentList[index]
              if (each === undefined) return null
              const shown = index === at
              return (
                <DocumentPages
                  key={each.documentId}
                  document={each}
                  shown={shown}
                  size={size}
                  page={shown ? page : 0}
                  marked={marked}
                  big={shown && big}
                  onPage={(to, open) => {
                    setPage(to)
                    if (open) setBig(true)
                  }}
                />
              )
            })
          )}
          {sheets && big && looked !== undefined ? (
            <SheetEnlarged page={looked.page} size={size} />
          ) : null}
          {finished ? (
            <FinishPanel
              check={check}
              now={now}
              waiting={verdicts.waiting}
              onLook={() => setLooking(true)}
              onAgain={onAgain}
            />
          ) : null}
        </div>
        <aside className="flex min-h-0 flex-col border-l border-line bg-sheet">
          <CheckFields document={document} />
        </aside>
      </div>
      <VerdictBar
        {...{ choosing, sheets, finished }}
        verdict={document === undefined ? undefined : now.verdicts.get(document.documentId)}
        waiting={verdicts.waiting}
        trouble={verdicts.trouble}
        mayUndo={now.verdicts.size > 0}
        onAccept={accept}
        onBegin={begin}
        onReason={reject}
        onUndo={undo}
        onMark={toggleMark}
        onEnlarge={() => setBig(!big)}
        onFar={turnFar}
      />
      {wording ? (
        <WordsDialog
          onSend={(note) => reject('other', note)}
          onClose={() => {
            setWording(false)
            setChoosing(false)
          }}
        />
      ) : null}
    </div>
  )
}
