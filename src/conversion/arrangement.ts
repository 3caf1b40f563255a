import type { PaperDate } from '#kernel'
import type { pageUses } from './contract.ts'
import type { RejectReason } from './edits.ts'

export type PageUse = (typeof pageUses)[number]
export type Turn = 0 | 90 | 180 | 270

/** How a page stands: a recipe over its master, whose bytes nobody touches. */
export type ArrangedPage = {
  readonly use: PageUse
  readonly reject: { readonly reason: RejectReason; readonly note: string } | null
  readonly turn: Turn
  readonly straighten: number
  /** Pages whose place this one took, oldest first. */
  readonly replaces: readonly string[]
}

/** What persons stated of a document; null where nobody did. */
export type StatedIndex = {
  readonly accountNo: string | null
  readonly branchNo: string | null
  readonly type: string | null
  readonly section: string | null
  readonly title: string | null
  readonly dated: PaperDate | null
  readonly fields: Readonly<Record<string, string>>
}

export type ArrangedDocument = {
  readonly pageIds: readonly string[]
  readonly stated: StatedIndex
  /** The round whose rejection the scanning clerk says is mended. */
  readonly mended: number | null
}

/**
 * The order of a batch's pages: documents in order, each with its pages in order. Every page that arrived
 * stands in exactly one document, or in the history of exactly one page that took its place.
 */
export type Arrangement = {
  readonly order: readonly string[]
  readonly documents: Readonly<Record<string, ArrangedDocument>>
  readonly pages: Readonly<Record<string, ArrangedPage>>
}

export const emptyArrangement: Arrangement = { order: [], documents: {}, pages: {} }

const nothingStated: StatedIndex = {
  accountNo: null,
  branchNo: null,
  type: null,
  section: null,
  title: null,
  dated: null,
  fields: {},
}

export function newDocument(pageIds: readonly string[]): ArrangedDocument {
  return { pageIds, stated: nothingStated, mended: null }
}

/** The document in which the page stands; null when it is unknown or only in a history. */
export function documentOf({ order, documents }: Arrangement, pageId: string): string | null {
  return order.find((id) => documents[id]?.pageIds.includes(pageId)) ?? null
}

/** All pages that stand, in the order of the batch. */
export function standingPages({ order, documents }: Arrangement): string[] {
  return order.flatMap((id) => documents[id]?.pageIds ?? [])
}

/** The pages of a document that will be its pages in the file. */
export function keptPages({ documents, pages }: Arrangement, documentId: string): string[] {
  return (documents[documentId]?.pageIds ?? []).filter((pageId) => pages[pageId]?.use === 'kept')
}

/** Pages that lie otherwise in the second arrangement than in the first. */
export function turnedPages(before: Arrangement, after: Arrangement): string[] {
  return Object.entries(after.pages).flatMap(([pageId, { turn }]) =>
    turn === (before.pages[pageId]?.turn ?? turn) ? [] : pageId,
  )
}

export function withDocument(
  arrangement: Arrangement,
  documentId: string,
  document: ArrangedDocument,
): Arrangement {
  return { ...arrangement, documents: { ...arrangement.documents, [documentId]: document } }
}

export function withPages(
  arrangement: Arrangement,
  pageIds: readonly string[],
  change: (page: ArrangedPage) => ArrangedPage,
): Arrangement {
  const pages = { ...arrangement.pages }
  for (const pageId of pageIds) {
    const page = pages[pageId]
    if (page !== undefined) pages[pageId] = change(page)
  }
  return { ...arrangement, pages }
}

/** Puts a document into the order behind another one; null: to the front. */
export function orderBehind(
  order: readonly string[],
  documentId: string,
  behind: string | null,
): string[] {
  const others = order.filter((id) => id !== documentId)
  const at = behind === null ? 0 : others.indexOf(behind) + 1
  return [...others.slice(0, at), documentId, ...others.slice(at)]
}

/** A document without pages is none. */
export function withoutEmpty({ order, documents, pages }: Arrangement): Arrangement {
  const empty = order.filter((id) => documents[id]?.pageIds.length === 0)
  if (empty.length === 0) return { order, documents, pages }
  const left = Object.fromEntries(Object.entries(documents).filter(([id]) => !empty.includes(id)))
  return { order: order.filter((id) => !empty.includes(id)), documents: left, pages }
}
