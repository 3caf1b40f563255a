import { type Handler, handle } from '#record'
import {
  findInDocument as findInDocumentRoute,
  search,
  suggest as suggestRoute,
} from './contract.ts'
import { find } from './find.ts'
import { findInDocument } from './find-in-document.ts'
import type { SearchGiven } from './given.ts'
import { suggest } from './suggest.ts'

export function searchHandlers(given: SearchGiven): Handler[] {
  return [
    handle(search, (context, { query }) => find(context, given, query)),
    handle(suggestRoute, async (context, { query }) => ({
      suggestions: await suggest(context, given, query),
    })),
    handle(findInDocumentRoute, (context, { params, query }) =>
      findInDocument(context, given, { documentId: params.documentId, q: query.q }),
    ),
  ]
}
