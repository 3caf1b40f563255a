import { type Handler, handle } from '#record'
import * as contract from './contract.ts'
import { find } from './find.ts'
import { findInDocument } from './find-in-document.ts'
import type { SearchGiven } from './given.ts'
import { forgetSearch, listSavedSearches, saveSearch } from './saved-searches.ts'
import { similarPages } from './similar-pages.ts'
import { suggest } from './suggest.ts'

export function searchHandlers(given: SearchGiven): Handler[] {
  return [
    handle(contract.search, (context, { query }) => find(context, given, query)),
    handle(contract.suggest, async (context, { query }) => ({
      suggestions: await suggest(context, given, query),
    })),
    handle(contract.findInDocument, (context, { params, query }) =>
      findInDocument(context, given, { documentId: params.documentId, q: query.q }),
    ),
    handle(contract.similarPages, (context, { params }) => similarPages(context, params.pageId)),
    handle(contract.listSavedSearches, (context) => listSavedSearches(context)),
    handle(contract.saveSearch, (context, { params, body }) =>
      saveSearch(context, { ...params, ...body }),
    ),
    handle(contract.forgetSearch, async (context, { params }) => {
      await forgetSearch(context, params.savedId)
      return {}
    }),
  ]
}
