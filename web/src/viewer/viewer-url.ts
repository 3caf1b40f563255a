import { countPart, definedParts, textPart } from '../api/url-parts.ts'
import type { Place } from './page-image.ts'

export const panels = ['text', 'notes', 'covers', 'copies'] as const
export type PanelName = (typeof panels)[number]

/**
 * What the address of a document view holds: pages and hits are counted from 1. `beside` is what stands in the
 * second pane: the document and its page. `covered` asks for the renditions, `see` is the part of the page seen.
 */
export type ViewerUrl = {
  page?: number
  hit?: number
  panel?: PanelName
  note?: string
  covered?: 1
  see?: string
  q?: string
  beside?: string
  besidePage?: number
}

export function readViewerUrl(parts: Record<string, unknown>): ViewerUrl {
  return definedParts({
    page: countPart(parts['page']),
    hit: countPart(parts['hit']),
    panel: panels.find((name) => name === parts['panel']),
    note: textPart(parts['note']),
    covered: countPart(parts['covered']) === 1 ? (1 as const) : undefined,
    see: readPlace(textPart(parts['see'])) === undefined ? undefined : textPart(parts['see']),
    q: textPart(parts['q']),
    beside: textPart(parts['beside']),
    besidePage: countPart(parts['besidePage']),
  })
}

/** A part of a page as an address holds it: centre, zoom and turn, `0.5_0.71_1.2_90`. */
export function placeText({ x, y, zoom, turn }: Place): string {
  return [x, y, zoom, turn].map((number) => Number(number.toFixed(3))).join('_')
}

export function readPlace(text: string | undefined): Place | undefined {
  const [x, y, zoom, turn, more] = (text ?? '').split('_').map((part) => Number.parseFloat(part))
  if (x === undefined || y === undefined || zoom === undefined || turn === undefined) return
  if (more !== undefined || ![x, y, zoom, turn].every(Number.isFinite) || zoom <= 0) return
  return { x, y, zoom, turn }
}
