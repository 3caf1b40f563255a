import { type Arrangement, standingPages } from './arrangement.ts'
import type { Reconciliation } from './contract.ts'

type Counted = { readonly sheets: number | null; readonly sides: number; readonly skipped: number }

/**
 * Counts the sides that were found against those counted by hand. Found are kept and blank pages, blanks
 * that the scanner left out, and rejected ones that stand for a side: not what was scanned twice. Cover
 * sheets and separators are not of the paper file and are not counted.
 */
export function reconcile(
  arrangement: Arrangement,
  { sheets, sides, skipped }: Counted,
): Reconciliation {
  const count = { kept: 0, blank: 0, cover: 0, rejected: 0 }
  let replaced = 0
  let twice = 0
  for (const pageId of standingPages(arrangement)) {
    const page = arrangement.pages[pageId]
    if (page === undefined) continue
    count[page.use] += 1
    replaced += page.replaces.length
    if (page.use === 'rejected' && page.reject?.reason === 'scanned-twice') twice += 1
  }
  const images = count.kept + count.blank + count.cover + count.rejected + replaced
  const found = count.kept + count.blank + count.rejected - twice + skipped
  return {
    ...{ sheets, images, replaced, skipped, ...count },
    sides: sides === 1 ? 1 : 2,
    difference: sheets === null ? null : found - sheets * sides,
  }
}
