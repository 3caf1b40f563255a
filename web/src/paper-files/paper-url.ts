import { definedParts, textPart } from '../api/url-parts.ts'

/** What the address of the paper screen holds; every part may be absent. */
export type PaperUrl = {
  office?: string
  state?: string
  building?: string
  shelf?: string
  q?: string
  /** The file that is looked at. */
  file?: string
}

export function readPaperUrl(parts: Record<string, unknown>): PaperUrl {
  return definedParts({
    office: textPart(parts['office']),
    state: textPart(parts['state']),
    building: textPart(parts['building']),
    shelf: textPart(parts['shelf']),
    q: textPart(parts['q']),
    file: textPart(parts['file']),
  })
}

/** How a place part that is empty stands in an address. */
export const noPlace = '-'
