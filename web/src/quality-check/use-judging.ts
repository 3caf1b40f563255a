import { useState } from 'react'
import type { OpenCheck, ReturnReason, Verdict } from '#conversion/contract'
import { useToast } from '../widgets/toast.tsx'
import { useWords } from '../words/words.ts'
import { sheetSize } from './contact-sheet.tsx'
import { endingOn, nextOpen } from './judgements.ts'
import { useBreak } from './use-break.ts'
import type { Looking } from './use-looking.ts'
import { useVerdicts } from './use-verdicts.ts'

/** Why a page of a contact sheet goes back. */
export type Mark = { reason: ReturnReason; note: string }

const accepted: Verdict = { verdict: 'accept', reason: null, note: '', pageIds: [] }

/** Reasons that are about a page: the one that is looked at is meant, unless others are marked. */
const ofPages: readonly ReturnReason[] = [
  'unreadable',
  'skewed-or-turned',
  'below-minimum',
  'page-repeated',
  'cropped-or-folded',
]

/** The acts of a check: each judges and goes on, and none waits for the server. */
export function useJudging(check: OpenCheck, looking: Looking) {
  const { say } = useWords()
  const tell = useToast()
  const rest = useBreak()
  const { documentList } = check
  const { sheets, visit, document, looked, goTo } = looking
  const verdicts = useVerdicts(check, comeBack)
  const { now } = verdicts
  const [chosen, setChosen] = useState<{ visit: number; pageIds: ReadonlySet<string> } | null>(null)
  const [choosingAt, setChoosingAt] = useState<number | null>(null)
  const [marks, setMarks] = useState<ReadonlyMap<string, Mark>>(new Map())
  const [wording, setWording] = useState(false)
  const [again, setAgain] = useState(false)
  const marked: ReadonlySet<string> = chosen?.visit === visit ? chosen.pageIds : new Set()
  const choosing = choosingAt === visit

  function comeBack(documentId: string) {
    setAgain(false)
    goTo(documentList.findIndex((each) => each.documentId === documentId))
  }
  function accept() {
    rest.worked()
    setAgain(false)
    if (sheets) return acceptSheet()
    if (document === undefined) return
    verdicts.judge(document.documentId, accepted)
    goOn(document.documentId)
  }
  /** The next document without a verdict; the one just judged has its own only after this turn. */
  function goOn(documentId: string) {
    const left = { ...now, verdicts: new Map(now.verdicts).set(documentId, accepted) }
    const next = nextOpen(documentList, left, looking.at)
    if (next !== -1) goTo(next)
  }
  /** All documents that end on this sheet: rejected where a page is marked, else accepted. */
  function acceptSheet() {
    const end = (Math.floor(looking.place / sheetSize.pages) + 1) * sheetSize.pages
    for (const each of endingOn(documentList, now, { end })) {
      const bad = each.pages.filter(({ pageId }) => marks.has(pageId))
      const [first] = bad
      const mark = first && marks.get(first.pageId)
      const pageIds = bad.map(({ pageId }) => pageId)
      verdicts.judge(each.documentId, mark ? { verdict: 'reject', ...mark, pageIds } : accepted)
    }
    if (end < looking.pages.length) looking.setPlace(end)
    looking.setBig(false)
  }
  /** Asks for the reason; on a sheet, a page that is marked is unmarked. */
  function begin() {
    if (sheets && looked !== undefined && marks.has(looked.page.pageId)) {
      const left = new Map(marks)
      left.delete(looked.page.pageId)
      return setMarks(left)
    }
    setChoosingAt(choosing ? null : visit)
  }
  function reject(reason: ReturnReason, note = '') {
    if (reason === 'other' && note === '') return setWording(true)
    stopChoosing()
    rest.worked()
    setAgain(false)
    if (sheets) {
      if (looked !== undefined) setMarks(new Map(marks).set(looked.page.pageId, { reason, note }))
      return
    }
    if (document === undefined) return
    const seen = document.pages[looking.page]
    const meant =
      marked.size > 0 ? [...marked] : ofPages.includes(reason) && seen ? [seen.pageId] : []
    verdicts.judge(document.documentId, { verdict: 'reject', reason, note, pageIds: meant })
    goOn(document.documentId)
  }
  function stopChoosing() {
    setChoosingAt(null)
    setWording(false)
  }
  function undo() {
    if (now.verdicts.size === 0) return tell({ text: say('check.nothingToUndo'), tone: 'bad' })
    verdicts.undo()
  }
  function toggleMark() {
    const pageId = document?.pages[looking.page]?.pageId
    if (sheets || pageId === undefined) return
    const pageIds = new Set(marked)
    if (!pageIds.delete(pageId)) pageIds.add(pageId)
    setChosen({ visit, pageIds })
  }
  return {
    now,
    waiting: verdicts.waiting,
    trouble: verdicts.trouble,
    rest,
    marked,
    marks,
    choosing,
    wording,
    /** All documents have their verdict, and none is looked at again. */
    finished: nextOpen(documentList, now, -1) === -1 && !again,
    lookAgain: () => setAgain(true),
    accept,
    begin,
    reject,
    stopChoosing,
    undo,
    toggleMark,
  }
}
