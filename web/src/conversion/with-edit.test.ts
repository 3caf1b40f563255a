import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Edit, LineDocument, LinePage, OpenBatch } from '#conversion/contract'
import { blankOrBack, mergeAt, moveBeside, moveBy, moveDocumentBy, splitAt } from './page-acts.ts'
import { onlyArrived, withEdit } from './with-edit.ts'

function page(pageId: string): LinePage {
  const recipe = { use: 'kept', reject: null, turn: 0, straighten: 0 } as const
  return {
    pageId,
    arrived: 1,
    ...recipe,
    pixels: [1, 1],
    dpi: 300,
    bits: 8,
    flags: [],
    replaces: [],
  }
}

function document(documentId: string, pageIds: string[]): LineDocument {
  const nothing = { typeTitleTh: null, employerName: null, fields: [], sentBack: null }
  return { documentId, pageIds, keptPages: pageIds.length, ...nothing, obstacles: [] }
}

/** `ab c` is a batch of two documents: pages a and b, then page c. */
function batchOf(told: string): OpenBatch {
  const documentList = told.split(' ').map((pages, at) => document(`doc${at}`, [...pages]))
  const pageList = [...told.replaceAll(' ', '')].map(page)
  // Only what the edits look at; the rest of a batch is not read by them.
  return { batchId: 'b', version: 1, documentList, pageList } as unknown as OpenBatch
}

function told({ documentList }: OpenBatch): string {
  return documentList.map(({ pageIds }) => pageIds.join('')).join(' ')
}

function after(batch: OpenBatch, edit: Edit | null): string {
  assert.ok(edit)
  return told(withEdit(batch, edit))
}

test('a split begins a document at the page, and never twice at the same place', () => {
  const batch = batchOf('abc d')
  assert.equal(after(batch, splitAt(batch, 'b', 'new')), 'a bc d')
  assert.equal(splitAt(batch, 'a', 'new'), null)
  assert.equal(splitAt(batch, 'd', 'new'), null)
})

test('a document joins the one before it; the first has none', () => {
  const batch = batchOf('ab c de')
  assert.equal(after(batch, mergeAt(batch, 'e')), 'ab cde')
  assert.equal(mergeAt(batch, 'a'), null)
})

test('pages move one place by key, within their document and across its border', () => {
  const batch = batchOf('abc de')
  assert.equal(after(batch, moveBy(batch, ['a'], 1)), 'bac de')
  assert.equal(after(batch, moveBy(batch, ['b', 'c'], -1)), 'bca de')
  assert.equal(after(batch, moveBy(batch, ['c'], 1)), 'ab cde')
  assert.equal(after(batch, moveBy(batch, ['d'], -1)), 'abcd e')
  assert.equal(moveBy(batch, ['a'], -1), null)
  assert.equal(moveBy(batch, ['e'], 1), null)
})

test('a document that lost its last page is gone', () => {
  const batch = batchOf('a b c')
  assert.equal(after(batch, moveBy(batch, ['b'], 1)), 'a bc')
})

test('dragged pages go before or behind the page they are let go at', () => {
  const batch = batchOf('abc de')
  assert.equal(
    after(batch, moveBeside(batch, ['e', 'a'], { pageId: 'c', side: 'before' })),
    'beac d',
  )
  assert.equal(after(batch, moveBeside(batch, ['a'], { pageId: 'd', side: 'behind' })), 'bc dae')
  assert.equal(after(batch, moveBeside(batch, ['c'], { pageId: 'a', side: 'before' })), 'cab de')
  assert.equal(moveBeside(batch, ['a'], { pageId: 'a', side: 'behind' }), null)
  const alone: Edit = {
    kind: 'move',
    pageIds: ['b'],
    to: { newDocument: 'new', behind: 'doc0' },
  }
  assert.equal(after(batch, alone), 'ac b de')
})

test('documents change places', () => {
  const batch = batchOf('a b c')
  assert.equal(after(batch, moveDocumentBy(batch, 'a', 1)), 'b a c')
  assert.equal(after(batch, moveDocumentBy(batch, 'c', -1)), 'a c b')
  assert.equal(after(batch, moveDocumentBy(batch, 'b', -1)), 'b a c')
  assert.equal(moveDocumentBy(batch, 'c', 1), null)
})

test('marking blank a second time brings the page back', () => {
  const batch = batchOf('ab')
  const edit = blankOrBack(batch, ['a'])
  assert.ok(edit)
  const marked = withEdit(batch, edit)
  assert.equal(marked.pageList[0]?.use, 'blank')
  assert.equal(marked.documentList[0]?.keptPages, 1)
  assert.equal(blankOrBack(marked, ['a'])?.kind, 'restore')
  assert.equal(blankOrBack(marked, ['a', 'b'])?.kind, 'mark-blank')
})

test('three turns to the right are one to the left', () => {
  const turn: Edit = { kind: 'turn', pageIds: ['a'], by: 270 }
  const thrice = [90, 90, 90].reduce(
    (batch) => withEdit(batch, { kind: 'turn', pageIds: ['a'], by: 90 }),
    batchOf('ab'),
  )
  assert.equal(withEdit(batchOf('ab'), turn).pageList[0]?.turn, 270)
  assert.equal(thrice.pageList[0]?.turn, 270)
  assert.equal(thrice.pageList[1]?.turn, 0)
})

test('pages that came in are no change by somebody else; a move, a turn or a statement is', () => {
  const older = batchOf('ab c')
  assert.ok(onlyArrived(older, batchOf('ab c')))
  assert.ok(onlyArrived(older, batchOf('ab cd e')))
  assert.ok(!onlyArrived(older, batchOf('a b c')))
  assert.ok(!onlyArrived(older, batchOf('ba c')))
  const turned = withEdit(older, { kind: 'turn', pageIds: ['c'], by: 90 })
  assert.ok(!onlyArrived(older, turned))
})
