import { useNavigate, useSearch } from '@tanstack/react-router'
import type { DocumentSummary, FiledDocument } from '#documents/contract'
import { useKeys } from '../widgets/keys.ts'
import { type hitSteps, stepHit } from './page-geometry.ts'
import { type PanelName, readViewerUrl, type ViewerUrl } from './viewer-url.ts'

type Input = {
  document: FiledDocument
  /** The papers of the same file, in its order. */
  papers: readonly DocumentSummary[]
  steps: ReturnType<typeof hitSteps>
}

export type Ways = ReturnType<typeof useWays>

/** The ways through a document: each is a change of its address, and most have a key. */
export function useWays({ document, papers, steps }: Input) {
  const url = useSearch({ from: '/documents/$documentId' })
  const navigate = useNavigate()
  const { documentId, pageList } = document
  const at = Math.min(pageList.length, url.page ?? 1) - 1

  function go(to: { [K in keyof ViewerUrl]: ViewerUrl[K] | undefined }) {
    const search = readViewerUrl({ ...to })
    void navigate({ to: '/documents/$documentId', params: { documentId }, search, replace: true })
  }
  const change = (part: { [K in keyof ViewerUrl]: ViewerUrl[K] | undefined }) =>
    go({ ...url, ...part })
  function open(to: string, search: ViewerUrl) {
    void navigate({ to: '/documents/$documentId', params: { documentId: to }, search })
  }
  function turnTo(index: number) {
    change({ hit: undefined, page: Math.max(0, Math.min(pageList.length - 1, index)) + 1 })
  }
  function nextHit(by: number) {
    const next = stepHit(url.hit ?? (by > 0 ? 0 : 1), by, steps.length)
    const place = pageList.findIndex(({ ordinal }) => ordinal === steps[next - 1]?.ordinal)
    if (next > 0) change({ hit: next, page: Math.max(0, place) + 1 })
  }
  function turnPaper(by: number) {
    const next = papers[papers.findIndex((paper) => paper.documentId === documentId) + by]
    if (next !== undefined) open(next.documentId, {})
  }
  const beside =
    url.beside === undefined ? null : { documentId: url.beside, page: url.besidePage ?? 1 }
  const showBeside = (shown: typeof beside) =>
    change({ beside: shown?.documentId, besidePage: shown?.page })
  function toggleBeside() {
    const next = Math.min(pageList.length, at + 2)
    showBeside(beside === null ? { documentId, page: next } : null)
  }
  function swap() {
    if (beside === null) return
    open(beside.documentId, { page: beside.page, beside: documentId, besidePage: at + 1 })
  }
  const showPanel = (panel: PanelName | undefined) => change({ panel, note: undefined })
  const togglePanel = (panel: PanelName) => showPanel(url.panel === panel ? undefined : panel)
  // One layer at a time: the words, the second pane, the panel, then the file.
  function back() {
    if (url.q !== undefined) change({ q: undefined, hit: undefined })
    else if (beside !== null) showBeside(null)
    else if (url.panel !== undefined) showPanel(undefined)
    else {
      const params = { accountNo: document.accountNo }
      void navigate({ to: '/files/$accountNo', params, search: { doc: documentId } })
    }
  }
  useKeys('right', () => turnTo(at + 1))
  useKeys('left', () => turnTo(at - 1))
  useKeys('home', () => turnTo(0))
  useKeys('end', () => turnTo(pageList.length - 1))
  useKeys('n', () => nextHit(1))
  useKeys('shift+n', () => nextHit(-1))
  useKeys('pagedown', () => turnPaper(1))
  useKeys('pageup', () => turnPaper(-1))
  useKeys('2', toggleBeside)
  useKeys('x', swap)
  useKeys('t', () => togglePanel('text'))
  useKeys('m', () => togglePanel('notes'))
  useKeys('c', () => togglePanel('covers'))
  useKeys('escape', back)
  return { url, at, change, turnTo, nextHit, beside, showBeside, toggleBeside, swap, togglePanel }
}
