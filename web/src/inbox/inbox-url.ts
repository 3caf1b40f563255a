import { definedParts, textPart } from '../api/url-parts.ts'

/** What the address of the inbox holds: the list and the chosen scan; absent means waiting, the first. */
export type InboxUrl = { state?: 'quarantined'; scan?: string }

export function readInboxUrl(parts: Record<string, unknown>): InboxUrl {
  return definedParts({
    state: parts['state'] === 'quarantined' ? ('quarantined' as const) : undefined,
    scan: textPart(parts['scan']),
  })
}
