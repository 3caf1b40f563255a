import type { Edit, OpenBatch } from '#conversion/contract'

type Batch = Pick<OpenBatch, 'documentList' | 'pageList'>

function documentOf(batch: Batch, pageId: string) {
  const at = batch.documentList.findIndex(({ pageIds }) => pageIds.includes(pageId))
  const document = batch.documentList[at]
  return document === undefined ? null : { at, document }
}

/** The page begins a new document; null where one begins already. */
export function splitAt(batch: Batch, pageId: string, newDocument: string): Edit | null {
  const found = documentOf(batch, pageId)
  if (found === null || found.document.pageIds[0] === pageId) return null
  return { kind: 'split', pageId, newDocument }
}

/** The document of the page joins the one before it. */
export function mergeAt(batch: Batch, pageId: string): Edit | null {
  const found = documentOf(batch, pageId)
  if (found === null || found.at === 0) return null
  return { kind: 'merge', documentId: found.document.documentId }
}

/** Blank, or ordinary again when all of them are left out already. */
export function blankOrBack(batch: Batch, pageIds: readonly string[]): Edit | null {
  const meant = new Set(pageIds)
  const pages = batch.pageList.filter(({ pageId }) => meant.has(pageId))
  if (pages.length === 0) return null
  const back = pages.every(({ use }) => use !== 'kept')
  return { kind: back ? 'restore' : 'mark-blank', pageIds: [...pageIds] }
}

/** One place on or back, across the borders of documents; null at either end of the stack. */
export function moveBy(batch: Batch, pageIds: readonly string[], by: -1 | 1): Edit | null {
  const moving = new Set(pageIds)
  const edge = by === 1 ? pageIds.at(-1) : pageIds[0]
  const found = edge === undefined ? null : documentOf(batch, edge)
  if (found === null || edge === undefined) return null
  const { at, document } = found
  const rest = document.pageIds.filter((pageId) => !moving.has(pageId))
  const passed = document.pageIds.indexOf(edge) + by
  const neighbour = document.pageIds[passed]
  if (neighbour !== undefined) {
    const place = rest.indexOf(neighbour)
    const after = by === 1 ? neighbour : (rest[place - 1] ?? null)
    return toDocument(pageIds, document.documentId, after)
  }
  const next = batch.documentList[at + by]
  if (next === undefined) return null
  const after = by === 1 ? null : (next.pageIds.findLast((pageId) => !moving.has(pageId)) ?? null)
  return toDocument(pageIds, next.documentId, after)
}

function toDocument(pageIds: readonly string[], documentId: string, after: string | null): Edit {
  return { kind: 'move', pageIds: [...pageIds], to: { documentId, after } }
}

/** Pages let go before or behind a page; null when that page is one of them. */
export function moveBeside(
  batch: Batch,
  pageIds: readonly string[],
  { pageId, side }: { pageId: string; side: 'before' | 'behind' },
): Edit | null {
  const found = documentOf(batch, pageId)
  if (found === null || pageIds.includes(pageId)) return null
  const moving = new Set(pageIds)
  const rest = found.document.pageIds.filter((id) => !moving.has(id))
  const after = side === 'behind' ? pageId : (rest[rest.indexOf(pageId) - 1] ?? null)
  return toDocument(pageIds, found.document.documentId, after)
}

/** The document of the page changes places with the one before or behind it. */
export function moveDocumentBy(batch: Batch, pageId: string, by: -1 | 1): Edit | null {
  const found = documentOf(batch, pageId)
  if (found === null || batch.documentList[found.at + by] === undefined) return null
  const behind = batch.documentList[by === 1 ? found.at + 1 : found.at - 2]?.documentId ?? null
  return { kind: 'move-document', documentId: found.document.documentId, behind }
}
