import { definedParts, textPart } from '../api/url-parts.ts'

/** What the address of a check holds: how pages are shown. */
export type CheckUrl = { mode?: 'sheets' }

export function readCheckUrl(parts: Record<string, unknown>): CheckUrl {
  return definedParts({
    mode: textPart(parts['mode']) === 'sheets' ? ('sheets' as const) : undefined,
  })
}
