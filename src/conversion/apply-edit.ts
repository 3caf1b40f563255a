import { unreachable } from '#kernel'
import {
  type ArrangedDocument,
  type ArrangedPage,
  type Arrangement,
  documentOf,
  newDocument,
  orderBehind,
  type StatedIndex,
  type Turn,
  withDocument,
  withoutEmpty,
  withPages,
} from './arrangement.ts'
import type { Edit, IndexChange } from './edits.ts'

/** Why an edit cannot be made on this arrangement. */
export type Impossible = {
  readonly impossible:
    | 'no-such-page'
    | 'no-such-document'
    | 'document-exists'
    | 'page-repeated'
    | 'nothing-before'
    | 'page-moved-itself'
}

export function isImpossible(result: Arrangement | Impossible): result is Impossible {
  return 'impossible' in result
}

/** The arrangement after one edit, or why it cannot be made. Pure; the given one is never changed. */
export function applyEdit(arrangement: Arrangement, edit: Edit): Arrangement | Impossible {
  switch (edit.kind) {
    case 'split':
      return split(arrangement, edit)
    case 'merge':
      return merge(arrangement, edit.documentId)
    case 'move':
      return move(arrangement, edit)
    case 'move-document':
      return moveDocument(arrangement, edit)
    case 'rescan':
      return rescan(arrangement, edit)
    case 'turn':
      return onPages(arrangement, edit.pageIds, (page) => ({
        ...page,
        turn: turned(page.turn, edit.by),
      }))
    case 'straighten':
      return onPages(arrangement, [edit.pageId], (page) => ({ ...page, straighten: edit.degrees }))
    case 'mark-blank':
      return onPages(arrangement, edit.pageIds, (page) => ({ ...page, use: 'blank', reject: null }))
    case 'restore':
      return onPages(arrangement, edit.pageIds, (page) => ({ ...page, use: 'kept', reject: null }))
    case 'reject': {
      const { reason, note } = edit
      return onPages(arrangement, edit.pageIds, (page) => ({
        ...page,
        use: 'rejected',
        reject: { reason, note },
      }))
    }
    case 'to-file': {
      const { accountNo, branchNo } = edit
      return onDocuments(arrangement, edit.documentIds, (document) =>
        stating(document, { accountNo, branchNo }),
      )
    }
    case 'index':
      return onDocuments(arrangement, edit.documentIds, (document) => stating(document, edit.set))
    case 'mended':
      return onDocuments(arrangement, edit.documentIds, (document) => ({
        ...document,
        mended: edit.round ?? null,
      }))
    default:
      return unreachable(edit)
  }
}

type EditOf<Kind extends Edit['kind']> = Extract<Edit, { kind: Kind }>

function split(
  arrangement: Arrangement,
  { pageId, newDocument: newId }: EditOf<'split'>,
): Arrangement | Impossible {
  const documentId = documentOf(arrangement, pageId)
  const document = documentId === null ? undefined : arrangement.documents[documentId]
  if (documentId === null || document === undefined) return { impossible: 'no-such-page' }
  if (newId in arrangement.documents) return { impossible: 'document-exists' }
  const at = document.pageIds.indexOf(pageId)
  if (at === 0) return { impossible: 'nothing-before' }
  const cut = withDocument(arrangement, documentId, {
    ...document,
    pageIds: document.pageIds.slice(0, at),
  })
  const added = withDocument(cut, newId, newDocument(document.pageIds.slice(at)))
  return { ...added, order: orderBehind(arrangement.order, newId, documentId) }
}

function merge(arrangement: Arrangement, documentId: string): Arrangement | Impossible {
  const { order, documents } = arrangement
  const at = order.indexOf(documentId)
  if (at === -1) return { impossible: 'no-such-document' }
  const beforeId = order[at - 1]
  const before = beforeId === undefined ? undefined : documents[beforeId]
  const joined = documents[documentId]
  if (beforeId === undefined || before === undefined || joined === undefined) {
    return { impossible: 'nothing-before' }
  }
  const both = { ...before, pageIds: [...before.pageIds, ...joined.pageIds] }
  const emptied = withDocument(withDocument(arrangement, beforeId, both), documentId, {
    ...joined,
    pageIds: [],
  })
  return withoutEmpty(emptied)
}

function move(arrangement: Arrangement, { pageIds, to }: EditOf<'move'>): Arrangement | Impossible {
  if (new Set(pageIds).size < pageIds.length) return { impossible: 'page-repeated' }
  if (pageIds.some((pageId) => documentOf(arrangement, pageId) === null)) {
    return { impossible: 'no-such-page' }
  }
  const taken = without(arrangement, pageIds)
  if ('newDocument' in to) {
    const { newDocument: newId, behind } = to
    if (newId in arrangement.documents) return { impossible: 'document-exists' }
    if (behind !== null && !(behind in arrangement.documents)) {
      return { impossible: 'no-such-document' }
    }
    const added = withDocument(taken, newId, newDocument(pageIds))
    return withoutEmpty({ ...added, order: orderBehind(taken.order, newId, behind) })
  }
  const { documentId, after } = to
  const document = taken.documents[documentId]
  if (document === undefined) return { impossible: 'no-such-document' }
  if (after !== null && pageIds.includes(after)) return { impossible: 'page-moved-itself' }
  const at = after === null ? 0 : document.pageIds.indexOf(after) + 1
  if (after !== null && at === 0) return { impossible: 'no-such-page' }
  return withoutEmpty(withDocument(taken, documentId, insert(document, at, pageIds)))
}

/** Takes pages out of their documents; those left empty still stand, as a place to come back to. */
export function without(arrangement: Arrangement, pageIds: readonly string[]): Arrangement {
  const leaving = new Set(pageIds)
  const documents = { ...arrangement.documents }
  for (const [id, document] of Object.entries(documents)) {
    if (!document.pageIds.some((pageId) => leaving.has(pageId))) continue
    const left = document.pageIds.filter((pageId) => !leaving.has(pageId))
    documents[id] = { ...document, pageIds: left }
  }
  return { ...arrangement, documents }
}

export function insert(
  document: ArrangedDocument,
  at: number,
  pageIds: readonly string[],
): ArrangedDocument {
  const present = document.pageIds
  return { ...document, pageIds: [...present.slice(0, at), ...pageIds, ...present.slice(at)] }
}

function moveDocument(
  arrangement: Arrangement,
  { documentId, behind }: EditOf<'move-document'>,
): Arrangement | Impossible {
  const { order, documents } = arrangement
  const known = documentId in documents && (behind === null || behind in documents)
  if (!known) return { impossible: 'no-such-document' }
  if (documentId === behind) return { impossible: 'page-moved-itself' }
  return { ...arrangement, order: orderBehind(order, documentId, behind) }
}

function rescan(
  arrangement: Arrangement,
  { pageId, by }: EditOf<'rescan'>,
): Arrangement | Impossible {
  if (pageId === by) return { impossible: 'page-moved-itself' }
  const documentId = documentOf(arrangement, pageId)
  if (documentId === null || documentOf(arrangement, by) === null) {
    return { impossible: 'no-such-page' }
  }
  const taken = without(arrangement, [by])
  return withoutEmpty(putInstead(taken, documentId, { pageId, by }))
}

/** `by`, which stands nowhere, takes the place of the page, whose whole history it carries on. */
export function putInstead(
  arrangement: Arrangement,
  documentId: string,
  { pageId, by }: { pageId: string; by: string },
): Arrangement {
  const document = arrangement.documents[documentId]
  if (document === undefined) return arrangement
  const pageIds = document.pageIds.map((id) => (id === pageId ? by : id))
  const old = arrangement.pages[pageId]
  const history = [...(old?.replaces ?? []), pageId]
  const placed = withDocument(arrangement, documentId, { ...document, pageIds })
  const handedOver = withPages(placed, [pageId], (page) => ({ ...page, replaces: [] }))
  return withPages(handedOver, [by], (page) => ({
    ...page,
    replaces: [...page.replaces, ...history],
  }))
}

function turned(turn: Turn, by: 90 | 180 | 270): Turn {
  const turns = [0, 90, 180, 270] as const
  return turns[(turns.indexOf(turn) + turns.indexOf(by)) % 4] ?? 0
}

function onPages(
  arrangement: Arrangement,
  pageIds: readonly string[],
  change: (page: ArrangedPage) => ArrangedPage,
): Arrangement | Impossible {
  if (new Set(pageIds).size < pageIds.length) return { impossible: 'page-repeated' }
  if (pageIds.some((pageId) => documentOf(arrangement, pageId) === null)) {
    return { impossible: 'no-such-page' }
  }
  return withPages(arrangement, pageIds, change)
}

function onDocuments(
  arrangement: Arrangement,
  documentIds: readonly string[],
  change: (document: ArrangedDocument) => ArrangedDocument,
): Arrangement | Impossible {
  const documents = { ...arrangement.documents }
  for (const documentId of documentIds) {
    const document = documents[documentId]
    if (document === undefined) return { impossible: 'no-such-document' }
    documents[documentId] = change(document)
  }
  return { ...arrangement, documents }
}

function stating(document: ArrangedDocument, set: IndexChange): ArrangedDocument {
  const { fields: changed = {}, ...plain } = set
  const given = Object.entries(plain).filter(([, value]) => value !== undefined)
  const fields: Record<string, string> = { ...document.stated.fields }
  for (const [field, value] of Object.entries(changed)) {
    if (value === null || value === '') delete fields[field]
    else fields[field] = value
  }
  const stated: StatedIndex = { ...document.stated, ...Object.fromEntries(given), fields }
  return { ...document, stated }
}
