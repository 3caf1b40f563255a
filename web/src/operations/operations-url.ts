import { definedParts, textPart } from '../api/url-parts.ts'

/** What the address of the queues holds: the queue that is looked at. */
export type QueuesUrl = { queue?: string }

export function readQueuesUrl(parts: Record<string, unknown>): QueuesUrl {
  return definedParts({ queue: textPart(parts['queue']) })
}
