import type { ReadTables } from '#platform/postgres'
import type { TextRecognitionTables } from './tables.ts'

/** Higher is sooner. The queue orders by it, then by age. */
export type PageInTurn = { pageId: string; priority: number }

/** Behind every page that nobody can search yet; the queue's numbers end a little below. */
export const rereadPriority = -2_000_000_000
/** Finished pages that tell how far the queue is: one alone may have been tried again for hours. */
const finishedLooked = 20

/**
 * The first free turn of an office (start-time fair queueing): behind its own pages that wait, and never
 * before the turn the readers have reached. So an office that brings ten pages waits for ten of each
 * other office and not for the ten thousand that another brought yesterday, and one that brings little
 * at a time cannot keep others from being served. No row is locked; of two that ask at once both may
 * get the same turn, which does no harm.
 */
export async function firstTurn(
  read: ReadTables<TextRecognitionTables>,
  officeId: string,
): Promise<number> {
  const own = await read
    .selectFrom('derived.pageReading')
    .select(({ fn }) => fn.max('turn').as('turn'))
    .where('officeId', '=', officeId)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  const finished = await read
    .selectFrom('derived.pageReading')
    .select('turn')
    .where('readAt', 'is not', null)
    .orderBy('readAt', 'desc')
    .limit(finishedLooked)
    .execute()
  const reached = Math.max(0, ...finished.map(({ turn }) => turn))
  return Math.max(reached, (own?.turn ?? -1) + 1)
}

export function priorityOf(turn: number): number {
  return Math.max(-turn, rereadPriority + 1)
}
