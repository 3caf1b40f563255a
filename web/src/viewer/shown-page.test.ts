import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Redaction } from '#redactions/contract'
import { shownPages, standingCovers } from './shown-page.ts'

const box: [number, number, number, number] = [0.1, 0.1, 0.2, 0.05]
const redaction = (redactionId: string, pageIds: string[], withdrawn = false): Redaction => ({
  redactionId,
  reason: 'personal-data',
  note: '',
  madeBy: 'สมใจ ตัวอย่าง',
  madeAt: '2026-11-25T02:00:00.000Z',
  withdrawn: withdrawn ? { by: 'สมใจ ตัวอย่าง', at: '2026-11-25T03:00:00.000Z' } : null,
  pages: pageIds.map((pageId) => ({ pageId, boxes: [box] })),
})
const page = (pageId: string) => ({
  ...{ pageId, ordinal: 1, dpi: 300, recognition: 'done' as const },
  pixels: [2480, 3508] as [number, number],
})

test('the youngest redaction of a page that was not taken back stands for it', () => {
  const redactions = [
    redaction('c', ['p'], true),
    redaction('b', ['p']),
    redaction('a', ['p', 'q']),
  ]
  const covers = standingCovers({ redactions })
  assert.deepEqual(
    [...covers].map(([pageId, { redactionId }]) => [pageId, redactionId]),
    [
      ['p', 'b'],
      ['q', 'a'],
    ],
  )
})

test('who sees through gets the page as it is, unless the rendition is asked for', () => {
  const redactions = [redaction('a', ['p'])]
  const looks = (seesThrough: boolean, covered: boolean) =>
    shownPages([page('p'), page('q')], { redactions, seesThrough }, covered).map(({ look }) => look)
  assert.deepEqual(looks(true, false), ['', ''])
  assert.deepEqual(looks(true, true), ['?covered=1&of=a', ''])
  assert.deepEqual(looks(false, false), ['?covered=1&of=a', ''])
})
