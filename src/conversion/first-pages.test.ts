import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyArrangement } from './arrangement.ts'
import { arrive } from './arrive.ts'
import { effectiveIndexes, type KnownPage } from './document-index.ts'
import { firstPagesInside } from './first-pages.ts'
import type { PageFacts } from './tables.ts'

const facts: PageFacts = {
  ...{ portionId: '', scanId: '', sha256: '', sha512: '', bytes: 1, mediaType: 'image/png' },
  ...{ pageIndex: 0, pixels: [1, 1], dpi: 300, bits: 8, blank: false, codes: [], findings: [] },
  ...{ turnedDegrees: null, skewDegrees: null, duplicateOf: null, unreadable: null },
}

function heading(value: string, reason: string, confidence: number): KnownPage {
  return { facts, proposals: [{ field: 'type', value, reason, confidence, box: null }] }
}

test('a heading of another kind inside a document is pointed at; its own, or a weak one, is not', () => {
  const pages = new Map<string, KnownPage>([
    ['a', heading('sps-1-01', 'form_number', 0.99)],
    ['b', heading('sps-1-01', 'form_number', 0.99)],
    ['c', heading('lease', 'title', 0.9)],
    ['d', heading('id-card', 'key_phrases', 0.9)],
    ['e', heading('id-card', 'title', 0.6)],
  ])
  const arrangement = arrive(emptyArrangement, {
    ...{ kind: 'arrive', portionId: 'p', place: { kind: 'end' } },
    pages: [...pages.keys()].map((pageId) => ({
      ...{ pageId, use: 'kept', turn: 0, straighten: 0, begins: pageId === 'a' ? 'doc' : null },
    })),
  })
  const indexes = effectiveIndexes({ accountNo: null, branchNo: null }, arrangement, pages)
  assert.deepEqual([...firstPagesInside(arrangement, pages, indexes)], [['c', 'lease']])
})
