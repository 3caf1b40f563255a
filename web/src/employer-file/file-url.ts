import { definedParts, textPart } from '../api/url-parts.ts'

export type FileUrl = { section?: string; doc?: string }

export function readFileUrl(parts: Record<string, unknown>): FileUrl {
  return definedParts({ section: textPart(parts['section']), doc: textPart(parts['doc']) })
}
