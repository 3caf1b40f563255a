import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CheckDocument, Verdict } from '#conversion/contract'
import { endingOn, judged, judgementsOf, limits, nextOpen, takenBack } from './judgements.ts'

const accept: Verdict = { verdict: 'accept', reason: null, note: '', pageIds: [] }
const reject: Verdict = { verdict: 'reject', reason: 'unreadable', note: '', pageIds: [] }

function documents(pages: readonly number[], verdicts: Record<number, Verdict> = {}) {
  return pages.map((count, at): CheckDocument => {
    const about = {
      typeTitleTh: 'แบบ',
      employerName: null,
      fields: [],
      verdict: verdicts[at] ?? null,
    }
    const page = { turn: 0, straighten: 0, pixels: [1, 1], dpi: 300, flags: [] } as const
    const list = Array.from({ length: count }, (_, index) => ({
      pageId: `${at}-${index}`,
      ...page,
    }))
    // A list in a constant is read-only; the pages here are only looked at.
    return { documentId: String(at), ...about, pages: list as unknown as CheckDocument['pages'] }
  })
}

test('after a verdict the work goes on at the next document without one, then at the first left', () => {
  const list = documents([1, 1, 1, 1], { 1: accept })
  let now = judgementsOf(list)
  now = judged(now, '0', accept)
  assert.equal(nextOpen(list, now, 0), 2)
  now = judged(now, '3', accept)
  assert.equal(nextOpen(list, now, 3), 2)
  now = judged(now, '2', reject)
  assert.equal(nextOpen(list, now, 2), -1)
})

test('taking back gives a document the verdict that it had before', () => {
  const list = documents([1, 1])
  const now = judged(judged(judgementsOf(list), '0', accept), '0', reject)
  const once = takenBack(now)
  assert.equal(once?.left.verdicts.get('0')?.verdict, 'accept')
  const twice = once && takenBack(once.left)
  assert.equal(twice?.left.verdicts.has('0'), false)
  assert.equal(twice && takenBack(twice.left), null)
})

test('no more verdicts are taken back than the server allows', () => {
  let now = judgementsOf(documents([1]))
  for (let times = 0; times < 50; times++) now = judged(now, String(times), accept)
  assert.equal(now.given.length, limits.undo_max)
})

test('a contact sheet judges the documents whose last page was seen', () => {
  const list = documents([4, 10, 2])
  const none = judgementsOf(list)
  const ids = (end: number, now = none) => endingOn(list, now, { end }).map((d) => d.documentId)
  assert.deepEqual(ids(12), ['0'])
  assert.deepEqual(ids(24), ['0', '1', '2'])
  assert.deepEqual(ids(24, judged(none, '1', reject)), ['0', '2'])
})
