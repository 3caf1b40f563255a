import { useRef, useState } from 'react'
import type { OpenBatch } from '#conversion/contract'
import { type PageRow, rangeOf, type Step, stepFrom } from './page-rows.ts'

export type Selection = {
  pageIds: readonly string[]
  at: number
  active: string | undefined
  chosen: ReadonlySet<string>
  /** The chosen pages in their order, else the one that is looked at. */
  targets: readonly string[]
  goTo: (at: number) => void
  step: (step: Step) => void
  /** Goes a step and chooses all from where the choosing began. */
  stretch: (step: Step) => void
  toggle: (at: number) => void
  range: (to: number) => void
  clear: () => void
}

/** Which page is looked at, and which are chosen. Both hold to pages, wherever these are moved to. */
export function useSelection(batch: OpenBatch, rows: readonly PageRow[]): Selection {
  const pageIds = batch.documentList.flatMap((document) => document.pageIds)
  const [place, setPlace] = useState<{ pageId: string | undefined; at: number }>({
    pageId: undefined,
    at: 0,
  })
  const [all, setChosen] = useState<ReadonlySet<string>>(new Set())
  const anchor = useRef<string | undefined>(undefined)
  const known = place.pageId === undefined ? -1 : pageIds.indexOf(place.pageId)
  const at = known === -1 ? Math.max(0, Math.min(place.at, pageIds.length - 1)) : known
  const active = pageIds[at]
  // A page that is no longer in the batch is not chosen any more.
  const targets = pageIds.filter((pageId) => all.has(pageId))

  function goTo(to: number) {
    setPlace({ pageId: pageIds[to], at: to })
  }
  function range(to: number) {
    const begin = anchor.current === undefined ? at : pageIds.indexOf(anchor.current)
    anchor.current ??= active
    setChosen(new Set(rangeOf(pageIds, begin === -1 ? at : begin, to)))
    goTo(to)
  }
  return {
    pageIds,
    at,
    active,
    chosen: new Set(targets),
    targets: targets.length > 0 ? targets : active === undefined ? [] : [active],
    goTo(to) {
      anchor.current = undefined
      goTo(to)
    },
    step(step) {
      anchor.current = undefined
      goTo(stepFrom(rows, at, step))
    },
    stretch: (step) => range(stepFrom(rows, at, step)),
    toggle(index) {
      const pageId = pageIds[index]
      if (pageId === undefined) return
      const next = new Set(targets)
      if (!next.delete(pageId)) next.add(pageId)
      anchor.current = undefined
      setChosen(next)
      goTo(index)
    },
    range,
    clear() {
      anchor.current = undefined
      setChosen(new Set())
    },
  }
}
