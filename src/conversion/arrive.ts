import { insert, putInstead } from './apply-edit.ts'
import {
  type Arrangement,
  documentOf,
  newDocument,
  type PageUse,
  type Turn,
  withDocument,
} from './arrangement.ts'

export type PortionPlace =
  | { readonly kind: 'end' }
  | { readonly kind: 'after'; readonly pageId: string }
  | { readonly kind: 'instead'; readonly pageId: string }

/** A page as the machine proposes to take it in. */
export type ArrivingPage = {
  readonly pageId: string
  readonly use: PageUse
  readonly turn: Turn
  readonly straighten: number
  /** The id of the document that begins here; null: it goes on. Counts at the end of the stack only. */
  readonly begins: string | null
}

export type Arrival = {
  readonly kind: 'arrive'
  readonly portionId: string
  readonly place: PortionPlace
  readonly pages: readonly ArrivingPage[]
}

/**
 * Takes the pages of a portion in. Never impossible: a page that is there already is not taken twice, and
 * where the place is gone the pages go to the end, so that none is lost.
 */
export function arrive(arrangement: Arrangement, { place, pages }: Arrival): Arrangement {
  const fresh = pages.filter(({ pageId }) => !(pageId in arrangement.pages))
  const known = { ...arrangement.pages }
  for (const { pageId, use, turn, straighten } of fresh) {
    known[pageId] = { use, turn, straighten, reject: null, replaces: [] }
  }
  const noted = { ...arrangement, pages: known }
  const documentId = place.kind === 'end' ? null : documentOf(noted, place.pageId)
  if (place.kind === 'end' || documentId === null) return atEnd(noted, fresh)
  const pageIds = fresh.map(({ pageId }) => pageId)
  if (place.kind === 'after') return behindPage(noted, documentId, place.pageId, pageIds)
  const [by, ...rest] = pageIds
  if (by === undefined) return noted
  const replaced = putInstead(noted, documentId, { pageId: place.pageId, by })
  return behindPage(replaced, documentId, by, rest)
}

function behindPage(
  arrangement: Arrangement,
  documentId: string,
  pageId: string,
  pageIds: readonly string[],
): Arrangement {
  const document = arrangement.documents[documentId]
  if (document === undefined) return arrangement
  const at = document.pageIds.indexOf(pageId) + 1
  return withDocument(arrangement, documentId, insert(document, at, pageIds))
}

function atEnd(arrangement: Arrangement, fresh: readonly ArrivingPage[]): Arrangement {
  const documents = { ...arrangement.documents }
  const order = [...arrangement.order]
  for (const { pageId, begins } of fresh) {
    const lastId = order.at(-1)
    const last = lastId === undefined ? undefined : documents[lastId]
    const begun = begins !== null && !(begins in documents)
    if (begun || lastId === undefined || last === undefined) {
      // The first page of all begins a document whatever it says.
      const documentId = begins ?? pageId
      documents[documentId] = newDocument([pageId])
      order.push(documentId)
    } else {
      documents[lastId] = { ...last, pageIds: [...last.pageIds, pageId] }
    }
  }
  return { ...arrangement, documents, order }
}
