import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { OpenBatch } from '#conversion/contract'
import { useWords } from '../words/words.ts'
import { DocumentHead } from './document-head.tsx'
import { PageCell } from './page-cell.tsx'
import { columnsIn, heightOf, type PageRow, rowsOf, rowsWithin, sizes } from './page-rows.ts'

export type DropPlace = { pageId: string; side: 'before' | 'behind' } | { newBehind: string }

type Props = {
  batch: OpenBatch
  pageIds: readonly string[]
  at: number
  chosen: ReadonlySet<string>
  columns: number
  onColumns: (columns: number) => void
  onPick: (at: number, how: { more: boolean; range: boolean }) => void
  onOpen: (at: number) => void
  onDropPages: (pageId: string, to: DropPlace) => void
  onKeyDown: (event: React.KeyboardEvent) => void
  table: React.RefObject<HTMLDivElement | null>
}

/** All pages of the batch, a band for each document. Only what the window shows is drawn. */
export function PageTable(props: Props) {
  const { batch, pageIds, at, chosen, columns, onColumns, table } = props
  const { say } = useWords()
  const [view, setView] = useState({ from: 0, height: 700 })
  const [over, setOver] = useState<DropPlace | null>(null)
  const frame = useRef<HTMLDivElement>(null)
  const dragged = useRef<string | null>(null)
  const rows = rowsOf(batch.documentList, columns)
  const row = rows.find(({ first, pages }) => at >= first && at < first + pages)

  useLayoutEffect(() => {
    const element = frame.current
    if (element === null) return
    const measure = () => {
      onColumns(columnsIn(element.clientWidth))
      setView((seen) => ({ ...seen, height: element.clientHeight }))
    }
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    measure()
    return () => watch.disconnect()
  }, [onColumns])

  const top = row?.top
  useEffect(() => {
    if (frame.current !== null && top !== undefined) bringIntoView(frame.current, top)
  }, [top])

  const active = pageIds[at]
  const shown = rowsWithin(rows, view)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is let go here can be moved by key, too
    <div
      ref={frame}
      className="relative h-full overflow-auto bg-sunken"
      onScroll={({ currentTarget }) => {
        const from = Math.floor(currentTarget.scrollTop / sizes.row) * sizes.row
        if (from !== view.from) setView({ ...view, from })
      }}
      onDragStart={(event) => {
        dragged.current = pageOf(event.target)
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', '')
      }}
      onDragOver={(event) => {
        if (dragged.current === null) return
        const place = placeAt(event)
        if (place !== null) event.preventDefault()
        if (JSON.stringify(place) !== JSON.stringify(over)) setOver(place)
      }}
      onDragEnd={() => {
        dragged.current = null
        setOver(null)
      }}
      onDrop={(event) => {
        const place = placeAt(event)
        if (dragged.current === null || place === null) return
        event.preventDefault()
        event.stopPropagation()
        props.onDropPages(dragged.current, place)
        dragged.current = null
        setOver(null)
      }}
    >
      <div className="relative min-h-full" style={{ height: heightOf(rows) }}>
        {shown.map((each) => (
          <Band key={`${each.documentAt} ${each.first}`} row={each} batch={batch} over={over} />
        ))}
        <div
          ref={table}
          role="listbox"
          tabIndex={0}
          aria-label={say('station.pages')}
          aria-multiselectable
          aria-activedescendant={active === undefined ? undefined : `page-${active}`}
          className="pointer-events-none absolute inset-0 outline-none"
          onKeyDown={props.onKeyDown}
          onClick={(event) => {
            const index = pageIds.indexOf(pageOf(event.target) ?? '')
            if (index === -1) return
            props.onPick(index, { more: event.ctrlKey || event.metaKey, range: event.shiftKey })
          }}
          onDoubleClick={(event) => {
            const index = pageIds.indexOf(pageOf(event.target) ?? '')
            if (index !== -1) props.onOpen(index)
          }}
        >
          <Cells {...{ shown, batch, pageIds, active, chosen, over }} />
        </div>
      </div>
    </div>
  )
}

type CellsProps = {
  shown: readonly PageRow[]
  batch: OpenBatch
  pageIds: readonly string[]
  active: string | undefined
  chosen: ReadonlySet<string>
  over: DropPlace | null
}

/** The pages lie side by side in one list, so that one which moves keeps its picture. */
function Cells({ shown, batch, pageIds, active, chosen, over }: CellsProps) {
  const pages = new Map(batch.pageList.map((page) => [page.pageId, page]))
  return shown.flatMap(({ documentAt, first, pages: count, top }) =>
    pageIds.slice(first, first + count).flatMap((pageId, index) => {
      const page = pages.get(pageId)
      if (page === undefined) return []
      const side = over !== null && 'pageId' in over && over.pageId === pageId ? over.side : null
      return [
        <PageCell
          key={pageId}
          page={page}
          number={first + index + 1}
          documentNumber={documentAt + 1}
          active={pageId === active}
          chosen={chosen.has(pageId)}
          over={side}
          left={sizes.head + index * sizes.cell}
          top={top}
        />,
      ]
    }),
  )
}

/** The head of a document beside its first row, and the line that parts it from the one before. */
function Band({ row, batch, over }: { row: PageRow; batch: OpenBatch; over: DropPlace | null }) {
  const document = batch.documentList[row.documentAt]
  const before = batch.documentList[row.documentAt - 1]
  if (document === undefined) return null
  const pageBefore = batch.documentList
    .slice(0, row.documentAt)
    .reduce((sum, { pageIds }) => sum + pageIds.length, 0)
  if (row.first !== pageBefore) return null
  const here = over !== null && 'newBehind' in over && over.newBehind === before?.documentId
  return (
    <>
      {before === undefined ? null : (
        <div
          data-behind={before.documentId}
          className="absolute right-0 left-0 flex h-4 items-center"
          style={{ top: row.top - sizes.between - 3 }}
        >
          <span
            aria-hidden
            className={`w-full border-t-2 ${here ? 'border-brand' : 'border-edge border-dashed'}`}
          />
        </div>
      )}
      <div className="absolute left-0" style={{ top: row.top, width: sizes.head }}>
        <DocumentHead document={document} number={row.documentAt + 1} />
      </div>
    </>
  )
}

function pageOf(target: EventTarget): string | null {
  if (!(target instanceof Element)) return null
  return target.closest('[data-page]')?.getAttribute('data-page') ?? null
}

/** Where a page would go that is let go here: beside a page, or between two documents as one of its own. */
function placeAt({ target, clientX }: React.DragEvent): DropPlace | null {
  if (!(target instanceof Element)) return null
  const between = target.closest('[data-behind]')?.getAttribute('data-behind')
  if (between) return { newBehind: between }
  const cell = target.closest('[data-page]')
  const pageId = cell?.getAttribute('data-page')
  if (!cell || !pageId) return null
  const { left, width } = cell.getBoundingClientRect()
  return { pageId, side: clientX < left + width / 2 ? 'before' : 'behind' }
}

function bringIntoView(element: HTMLElement, top: number): void {
  const { scrollTop, clientHeight } = element
  if (top < scrollTop) element.scrollTop = top - sizes.between
  else if (top + sizes.row > scrollTop + clientHeight) {
    element.scrollTop = top + sizes.row + sizes.between - clientHeight
  }
}
