import { Refusal } from '#kernel'
import { refusals } from './refusals.ts'

/** Where an answer was left: the rank of its last hit and the id that orders equal ones. */
export type Cursor = { rank: number; id: string }

export function writeCursor({ rank, id }: Cursor): string {
  return Buffer.from(JSON.stringify([rank, id])).toString('base64url')
}

/** @throws Refusal search.bad_cursor */
export function readCursor(after: string | undefined): Cursor | null {
  if (after === undefined) return null
  try {
    const read: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'))
    if (Array.isArray(read)) {
      const [rank, id]: unknown[] = read
      if (typeof rank === 'number' && typeof id === 'string') return { rank, id }
    }
  } catch {
    // Not JSON: refused below like any other text that no answer gave.
  }
  throw new Refusal(refusals.bad_cursor)
}

export function compareCursors(one: Cursor, other: Cursor): number {
  if (one.rank !== other.rank) return one.rank - other.rank
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}

/** One page of hits in order, and the cursor of the next. */
export function pageOf<Hit extends Cursor>(
  hits: readonly Hit[],
  after: Cursor | null,
  size: number,
): { hits: Hit[]; next: string | null } {
  const ordered = [...hits].sort(compareCursors)
  const rest = after === null ? ordered : ordered.filter((hit) => compareCursors(hit, after) > 0)
  const shown = rest.slice(0, size)
  const last = shown.at(-1)
  return { hits: shown, next: last && rest.length > size ? writeCursor(last) : null }
}
