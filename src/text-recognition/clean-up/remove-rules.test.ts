import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findMarks } from '#platform/images'
import { paintRectangles, whitePage } from './drawn-page.ts'
import { removeRules } from './remove-rules.ts'

const frame = [
  { left: 50, top: 100, width: 500, height: 3 },
  { left: 50, top: 200, width: 500, height: 3 },
  { left: 50, top: 100, width: 3, height: 103 },
  { left: 547, top: 100, width: 3, height: 103 },
]
const letters = [0, 1, 2].map((n) => ({ left: 100 + n * 30, top: 140, width: 14, height: 20 }))

test('the rules of a table go and the letters in it stay', () => {
  const page = paintRectangles(whitePage(600, 300), [...frame, ...letters])
  removeRules(page)
  assert.deepEqual(
    findMarks(page).map(({ left, top, right, bottom }) => [left, top, right, bottom]),
    letters.map(({ left, top, width, height }) => [left, top, left + width, top + height]),
  )
})

test('a letter standing across a rule keeps the part the rule runs through', () => {
  const letter = { left: 300, top: 190, width: 14, height: 24 }
  const page = paintRectangles(whitePage(600, 300), [...frame, letter])
  removeRules(page)
  const [mark, ...others] = findMarks(page)
  assert.deepEqual(others, [])
  assert.ok(mark && mark.bottom - mark.top === 24 && mark.right - mark.left <= 16)
})

test('a long word in heavy letters is no rule', () => {
  const word = { left: 50, top: 50, width: 200, height: 24 }
  const page = paintRectangles(whitePage(600, 300), [word])
  removeRules(page)
  assert.equal(findMarks(page)[0]?.area, 200 * 24)
})
