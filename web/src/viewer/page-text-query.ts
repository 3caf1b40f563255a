import { queryOptions } from '@tanstack/react-query'
import type { PageText } from '../../../src/text-recognition/contract.ts'
import { answerOf } from '../api/ask.ts'

/** The words of a page as it is shown; `look` is that of its pictures. */
export function pageTextQuery(pageId: string, look: string) {
  return queryOptions({
    queryKey: ['page-text', pageId, look],
    queryFn: async ({ signal }) =>
      answerOf<PageText>(await fetch(`/api/pages/${pageId}/text${look}`, { signal })),
  })
}
