import type { CheckDocument, ReturnReason, Verdict } from '#conversion/contract'
import { PagePicture, roomOf } from '../conversion/page-picture.tsx'
import { useWords } from '../words/words.ts'
import { CellWord } from './sheet-cell.tsx'

export const sheetSize = { columns: 4, rows: 3, pages: 12 } as const

export type SheetPage = {
  document: CheckDocument
  documentNumber: number
  page: CheckDocument['pages'][number]
  number: number
}

/** Every page to look at, in order, over the borders of documents. */
export function sheetPages(documents: readonly CheckDocument[]): SheetPage[] {
  return documents.flatMap((document, at) =>
    document.pages.map((page, index) => ({
      document,
      documentNumber: at + 1,
      page,
      number: index + 1,
    })),
  )
}

type Props = {
  pages: readonly SheetPage[]
  /** The page that is looked at, over all pages. */
  at: number
  marks: ReadonlyMap<string, { reason: ReturnReason; note: string }>
  verdicts: ReadonlyMap<string, Verdict>
  size: { width: number; height: number }
  onPage: (at: number, open: boolean) => void
}

/** Twelve pages at a time; the next twelve are got ready behind them. */
export function ContactSheet({ pages, at, marks, verdicts, size, onPage }: Props) {
  const { say } = useWords()
  const sheet = Math.floor(at / sheetSize.pages)
  const held = [sheet - 1, sheet, sheet + 1].filter((each) => each >= 0)
  const cell = {
    width: Math.floor(size.width / sheetSize.columns) - 12,
    height: Math.floor(size.height / sheetSize.rows) - 36,
  }
  return held.map((each) => {
    const shown = each === sheet
    const first = each * sheetSize.pages
    return (
      <div
        key={each}
        aria-hidden={!shown}
        className={`absolute inset-0 flex flex-wrap content-start ${shown ? '' : 'pointer-events-none opacity-0'}`}
      >
        {pages.slice(first, first + sheetSize.pages).map((one, index) => {
          const place = first + index
          const mark = marks.get(one.page.pageId)
          const verdict = verdicts.get(one.document.documentId)
          const name = say('check.sheetPage', { document: one.documentNumber, page: one.number })
          const begins = one.number === 1
          const room = roomOf(one.page, cell)
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: arrows and Space do the same
            <div
              key={one.page.pageId}
              role="img"
              aria-label={mark ? `${name} ${say(`returnReason.${mark.reason}`)}` : name}
              style={{ width: cell.width }}
              className={`m-1.5 flex cursor-zoom-in flex-col items-center ${verdict === undefined ? '' : 'opacity-50'}`}
              onClick={() => onPage(place, false)}
              onDoubleClick={() => onPage(place, true)}
            >
              <div
                className={`relative overflow-hidden rounded-sm border bg-white ${begins ? 'border-l-4 border-brand' : 'border-line'} ${shown && place === at ? 'shadow-[0_0_0_3px_var(--color-ring)]' : ''} ${mark ? 'outline-4 -outline-offset-4 outline-bad' : ''}`}
                style={room}
              >
                <PagePicture page={one.page} picture="thumbnail" {...room} />
                <span className="absolute top-1 left-1 max-w-[calc(100%-8px)] truncate rounded bg-sheet/90 px-1.5 text-xs text-soft">
                  {one.documentNumber}.{one.number} {begins ? one.document.typeTitleTh : ''}
                </span>
              </div>
              <CellWord
                number={one.number}
                flag={one.page.flags[0]}
                marked={mark ? say(`returnReason.${mark.reason}`) : null}
              />
            </div>
          )
        })}
      </div>
    )
  })
}
