import { definedParts, textPart } from '../api/url-parts.ts'

/** What the address of the dashboard holds. */
export type ProgressUrl = { office?: string; state?: string }

export function readProgressUrl(parts: Record<string, unknown>): ProgressUrl {
  return definedParts({ office: textPart(parts['office']), state: textPart(parts['state']) })
}
