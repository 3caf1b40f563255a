import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { OpenCheck } from '#conversion/contract'
import { sheetPages, sheetSize } from './contact-sheet.tsx'
import { judgementsOf, nextOpen } from './judgements.ts'

export type Looking = ReturnType<typeof useLooking>

/** Where the checker looks: at a page of one document, or at a place among all pages on contact sheets. */
export function useLooking({ batchId, documentList }: OpenCheck) {
  const navigate = useNavigate()
  const sheets = useSearch({ from: '/checks/$batchId' }).mode === 'sheets'
  const pages = sheetPages(documentList)
  const [at, setAt] = useState(() =>
    Math.max(0, nextOpen(documentList, judgementsOf(documentList), -1)),
  )
  const [page, setPage] = useState(0)
  const [place, setPlace] = useState(() => firstPageOf(at))
  const [big, setBig] = useState(false)
  // What is begun on a document ends when another is gone to.
  const [visit, setVisit] = useState(0)
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
    setBig(false)
    setVisit(visit + 1)
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
  function changeMode() {
    goTo(document === undefined ? 0 : documentList.indexOf(document))
    const search = sheets ? {} : { mode: 'sheets' as const }
    void navigate({ to: '/checks/$batchId', params: { batchId }, search, replace: true })
  }
  /** The page that was pressed; pressed twice it is shown large. */
  function choose(to: number, open: boolean) {
    if (sheets) setPlace(to)
    else setPage(to)
    if (open) setBig(true)
  }
  return {
    sheets,
    pages,
    at,
    page,
    place,
    big,
    visit,
    looked,
    document,
    goTo,
    turn,
    turnFar,
    changeMode,
    choose,
    setPlace,
    setBig,
  }
}
