import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPageRange } from './page-range.ts'

test('pages are named as printers ask for them, in Thai digits too', () => {
  assert.deepEqual(readPageRange('3', 6), { from: 3, to: 3 })
  assert.deepEqual(readPageRange(' ๒ - ๔ ', 6), { from: 2, to: 4 })
  assert.deepEqual(readPageRange('1–6', 6), { from: 1, to: 6 })
})

test('a range that the document does not have is none', () => {
  for (const typed of ['', '0', '7', '4-3', '2-7', 'a', '1,3', '-2']) {
    assert.equal(readPageRange(typed, 6), null, typed)
  }
})
