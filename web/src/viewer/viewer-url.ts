import { countPart, definedParts, textPart } from '../api/url-parts.ts'

/**
 * What the address of a document view holds: pages and hits are counted from 1. `beside` is what stands in the
 * second pane: the document and its page.
 */
export type ViewerUrl = {
  page?: number
  hit?: number
  panel?: 'text'
  q?: string
  beside?: string
  besidePage?: number
}

export function readViewerUrl(parts: Record<string, unknown>): ViewerUrl {
  return definedParts({
    page: countPart(parts['page']),
    hit: countPart(parts['hit']),
    panel: parts['panel'] === 'text' ? ('text' as const) : undefined,
    q: textPart(parts['q']),
    beside: textPart(parts['beside']),
    besidePage: countPart(parts['besidePage']),
  })
}
