import type { Edit, LineDocument, LinePage, OpenBatch } from '#conversion/contract'
import type { PaperDate } from '#kernel'

type List = { documentId: string; pageIds: readonly string[] }
type EditOf<Kind extends Edit['kind']> = Extract<Edit, { kind: Kind }>

/**
 * The batch as it will stand after an edit, shown at once. The server's answer replaces it; what does not
 * fit is left as it stands, because the server refuses it.
 */
export function withEdit(batch: OpenBatch, edit: Edit): OpenBatch {
  switch (edit.kind) {
    case 'split':
      return split(batch, edit)
    case 'merge':
      return merge(batch, edit.documentId)
    case 'move':
      return move(batch, edit)
    case 'move-document':
      return moveDocument(batch, edit)
    case 'turn':
      return withPages(batch, edit.pageIds, (page) => ({
        ...page,
        turn: turned(page.turn, edit.by),
      }))
    case 'straighten':
      return withPages(batch, [edit.pageId], (page) => ({ ...page, straighten: edit.degrees }))
    case 'mark-blank':
      return withPages(batch, edit.pageIds, (page) => ({ ...page, use: 'blank', flags: [] }))
    case 'restore':
      return withPages(batch, edit.pageIds, (page) => ({ ...page, use: 'kept', reject: null }))
    case 'reject': {
      const reject = { reason: edit.reason, note: edit.note }
      return withPages(batch, edit.pageIds, (page) => ({
        ...page,
        use: 'rejected',
        reject,
        flags: [],
      }))
    }
    case 'index':
      return indexed(batch, edit)
    case 'to-file':
    case 'rescan':
    case 'mended':
      return batch
  }
}

function split(batch: OpenBatch, { pageId, newDocument }: EditOf<'split'>): OpenBatch {
  const lists = batch.documentList.flatMap((document): List[] => {
    const at = document.pageIds.indexOf(pageId)
    if (at < 1) return [document]
    return [
      { ...document, pageIds: document.pageIds.slice(0, at) },
      { documentId: newDocument, pageIds: document.pageIds.slice(at) },
    ]
  })
  return arranged(batch, lists)
}

function merge(batch: OpenBatch, documentId: string): OpenBatch {
  const at = batch.documentList.findIndex((document) => document.documentId === documentId)
  const [before, joined] = [batch.documentList[at - 1], batch.documentList[at]]
  if (before === undefined || joined === undefined) return batch
  const both = { ...before, pageIds: [...before.pageIds, ...joined.pageIds] }
  return arranged(batch, batch.documentList.toSpliced(at - 1, 2, both))
}

function move(batch: OpenBatch, { pageIds, to }: EditOf<'move'>): OpenBatch {
  const moving = new Set(pageIds)
  const lists: List[] = batch.documentList.map(({ documentId, pageIds: all }) => ({
    documentId,
    pageIds: all.filter((pageId) => !moving.has(pageId)),
  }))
  if ('newDocument' in to) {
    const behind = lists.findIndex(({ documentId }) => documentId === to.behind)
    return arranged(batch, lists.toSpliced(behind + 1, 0, { documentId: to.newDocument, pageIds }))
  }
  const into = lists.map((list) => {
    if (list.documentId !== to.documentId) return list
    const at = to.after === null ? 0 : list.pageIds.indexOf(to.after) + 1
    return { ...list, pageIds: list.pageIds.toSpliced(at, 0, ...pageIds) }
  })
  return arranged(batch, into)
}

function moveDocument(
  batch: OpenBatch,
  { documentId, behind }: EditOf<'move-document'>,
): OpenBatch {
  const moving = batch.documentList.filter((document) => document.documentId === documentId)
  const rest = batch.documentList.filter((document) => document.documentId !== documentId)
  const at = rest.findIndex((document) => document.documentId === behind)
  return arranged(batch, rest.toSpliced(at + 1, 0, ...moving))
}

/** The documents with these pages, in this order; those without a page are gone. */
function arranged(batch: OpenBatch, lists: readonly List[]): OpenBatch {
  const known = new Map(batch.documentList.map((document) => [document.documentId, document]))
  const kept = new Set(batch.pageList.flatMap(({ pageId, use }) => (use === 'kept' ? pageId : [])))
  const documentList = lists
    .filter(({ pageIds }) => pageIds.length > 0)
    .map(({ documentId, pageIds }): LineDocument => {
      const keptPages = pageIds.filter((pageId) => kept.has(pageId)).length
      const document = known.get(documentId) ?? emptyDocument
      return { ...document, documentId, pageIds: [...pageIds], keptPages }
    })
  return { ...batch, documentList }
}

const emptyDocument = {
  typeTitleTh: null,
  employerName: null,
  fields: [],
  sentBack: null,
  obstacles: [],
}

function withPages(
  batch: OpenBatch,
  pageIds: readonly string[],
  change: (page: LinePage) => LinePage,
): OpenBatch {
  const meant = new Set(pageIds)
  const pageList = batch.pageList.map((page) => (meant.has(page.pageId) ? change(page) : page))
  return arranged({ ...batch, pageList }, batch.documentList)
}

function turned(turn: LinePage['turn'], by: 90 | 180 | 270): LinePage['turn'] {
  const turns = [0, 90, 180, 270] as const
  return turns[((turn + by) / 90) % 4] ?? 0
}

function indexed(batch: OpenBatch, { documentIds, set }: EditOf<'index'>): OpenBatch {
  const { fields = {}, dated, ...plain } = set
  const values = new Map<string, string | null | undefined>(
    Object.entries({ ...plain, ...fields, dated: dated ? dateText(dated) : dated }),
  )
  const meant = new Set(documentIds)
  const documentList = batch.documentList.map((document): LineDocument => {
    if (!meant.has(document.documentId)) return document
    const changed = document.fields.map((field): LineDocument['fields'][number] => {
      const value = values.get(field.field)
      if (value === undefined) return field
      const source = value === null ? null : 'person'
      return { ...field, value, source, state: stateOf(value, field.proposal?.value) }
    })
    return { ...document, fields: changed }
  })
  return { ...batch, documentList }
}

function stateOf(value: string | null, proposed: string | undefined) {
  if (proposed === undefined) return 'abstain'
  if (value === null) return 'proposed'
  return value === proposed ? 'agree' : 'disagree'
}

function dateText({ date, precision }: PaperDate): string {
  return date.slice(0, { year: 4, month: 7, day: 10 }[precision])
}

/**
 * Whether pages came in and nothing else changed: what was done on the older view then means the same on
 * the newer one.
 */
export function onlyArrived(older: OpenBatch, newer: OpenBatch): boolean {
  const known = new Map(older.pageList.map((page) => [page.pageId, page]))
  const changed = newer.pageList.some((page) => {
    const before = known.get(page.pageId)
    if (before === undefined) return false
    const { use, turn, straighten } = before
    return page.use !== use || page.turn !== turn || page.straighten !== straighten
  })
  return !changed && told(older, known) === told(newer, known)
}

/** What stands of these pages, written out: documents, their pages, and what persons stated. */
function told(batch: OpenBatch, known: ReadonlyMap<string, LinePage>): string {
  const documents = batch.documentList.flatMap(({ documentId, pageIds, fields }) => {
    const old = pageIds.filter((pageId) => known.has(pageId))
    const stated = fields.flatMap(({ field, value, source }) =>
      source === 'person' ? [[field, value]] : [],
    )
    return old.length === 0 ? [] : [[documentId, old, stated]]
  })
  return JSON.stringify(documents)
}
