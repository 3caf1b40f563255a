/** Where things stand on the table of pages, in pixels. Every page has the same place, whatever its form. */
export const sizes = { cell: 104, row: 158, head: 148, between: 14 } as const

/** One row of pages of a document. `first` counts over all pages of the table. */
export type PageRow = {
  readonly documentAt: number
  readonly first: number
  readonly pages: number
  readonly top: number
}

type Documents = readonly { readonly pageIds: readonly string[] }[]

export function columnsIn(width: number): number {
  return Math.max(1, Math.floor((width - sizes.head) / sizes.cell))
}

/** Rows of pages, one document under the other. */
export function rowsOf(documents: Documents, columns: number): PageRow[] {
  const rows: PageRow[] = []
  let top = sizes.between
  let first = 0
  for (const [documentAt, { pageIds }] of documents.entries()) {
    for (let from = 0; from < pageIds.length; from += columns) {
      const pages = Math.min(columns, pageIds.length - from)
      rows.push({ documentAt, first: first + from, pages, top })
      top += sizes.row
    }
    first += pageIds.length
    top += sizes.between
  }
  return rows
}

export function heightOf(rows: readonly PageRow[]): number {
  const last = rows.at(-1)
  return last === undefined ? 0 : last.top + sizes.row + sizes.between
}

/** The rows that a window of the table shows, and some more around it. */
export function rowsWithin(
  rows: readonly PageRow[],
  { from, height }: { from: number; height: number },
): PageRow[] {
  const around = sizes.row * 2
  return rows.filter(({ top }) => top + sizes.row > from - around && top < from + height + around)
}

export type Step = 'left' | 'right' | 'up' | 'down' | 'home' | 'end'

/** The page reached from page `at`; at an edge it stays. */
export function stepFrom(rows: readonly PageRow[], at: number, step: Step): number {
  const last = rows.at(-1)
  if (last === undefined) return 0
  const end = last.first + last.pages - 1
  if (step === 'home') return 0
  if (step === 'end') return end
  if (step === 'left') return Math.max(0, at - 1)
  if (step === 'right') return Math.min(end, at + 1)
  const here = rows.findIndex(({ first, pages }) => at >= first && at < first + pages)
  const row = rows[here]
  const next = rows[here + (step === 'up' ? -1 : 1)]
  if (row === undefined || next === undefined) return at
  return next.first + Math.min(at - row.first, next.pages - 1)
}

/** All pages from one to the other, both included. */
export function rangeOf(pageIds: readonly string[], one: number, other: number): string[] {
  return pageIds.slice(Math.min(one, other), Math.max(one, other) + 1)
}
