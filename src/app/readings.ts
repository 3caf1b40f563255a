import type { StoredPage } from '#documents'
import { readingLines } from '#text-recognition'
import type { Foundation } from './foundation.ts'

/** The recognised lines of a page as they lie in the derived store; null while it is unread. */
export async function linesFromReadings(foundation: Foundation, page: StoredPage) {
  const { context, derived } = foundation
  return await readingLines({ read: context.read(), derived }, page.pageId)
}
