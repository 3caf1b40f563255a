import { countPart, definedParts, textPart } from '../api/url-parts.ts'

/** What the address of a document view holds: pages and hits are counted from 1. */
export type ViewerUrl = { page?: number; hit?: number; panel?: 'text'; q?: string }

export function readViewerUrl(parts: Record<string, unknown>): ViewerUrl {
  return definedParts({
    page: countPart(parts['page']),
    hit: countPart(parts['hit']),
    panel: parts['panel'] === 'text' ? ('text' as const) : undefined,
    q: textPart(parts['q']),
  })
}
