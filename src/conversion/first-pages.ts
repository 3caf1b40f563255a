import { type Arrangement, keptPages } from './arrangement.ts'
import type { EffectiveIndex, KnownPage } from './document-index.ts'
import type { PageProposal } from './tables.ts'

// A form's number or title at the head of a page; phrases alone stand on further pages too.
const headings = ['form_number', 'title']
export const firstPageLimits = { confidence_min: 0.8 }

/**
 * Pages inside a document whose heading says that another kind of paper begins there, with that type. Only
 * pointed at: a person cuts.
 */
export function firstPagesInside(
  arrangement: Arrangement,
  pages: ReadonlyMap<string, KnownPage>,
  indexes: ReadonlyMap<string, EffectiveIndex>,
): Map<string, string> {
  const found = new Map<string, string>()
  for (const documentId of arrangement.order) {
    const [first, ...rest] = keptPages(arrangement, documentId)
    if (first === undefined) continue
    const own = indexes.get(documentId)?.type ?? headingOf(pages.get(first)?.proposals)
    for (const pageId of rest) {
      const type = headingOf(pages.get(pageId)?.proposals)
      if (type !== null && type !== own) found.set(pageId, type)
    }
  }
  return found
}

function headingOf(proposals: readonly PageProposal[] | null | undefined): string | null {
  const heading = proposals?.find(
    ({ field, reason, confidence }) =>
      field === 'type' && headings.includes(reason) && confidence >= firstPageLimits.confidence_min,
  )
  return heading?.value ?? null
}
