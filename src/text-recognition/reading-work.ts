import type { StoredPage } from '#documents'
import type { Enqueue } from '#platform/jobs'
import type { Tx } from '#platform/postgres'
import type { Context } from '#record'
import type { ReadingPowers } from './read-page.ts'
import type { RecognisedPage } from './recognised-page.ts'

/** What a reading needs; the app makes one for each attempt. */
export type ReadingWork = ReadingPowers & {
  readonly context: Context
  /** This node's name, kept with each reading. */
  readonly node: string
  readonly enqueue: Enqueue
  /** What else follows from a reading, in its transaction: search takes the words in. May be repeated. */
  readonly onRead: (tx: Tx, page: StoredPage, reading: RecognisedPage) => Promise<void>
}
