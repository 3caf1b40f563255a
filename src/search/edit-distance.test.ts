import assert from 'node:assert/strict'
import { test } from 'node:test'
import { editDistance } from './edit-distance.ts'

test('a letter put in, left out, changed, or swapped with its neighbour is one edit', () => {
  assert.equal(editDistance('รุงเรอง', 'รุงเรอง'), 0)
  assert.equal(editDistance('รวทอง', 'วรทอง'), 1)
  assert.equal(editDistance('ไศาลกิจ', 'ไพศาลกิจ'), 1)
  assert.equal(editDistance('รุงเรองง', 'รุงเรอง'), 1)
  assert.equal(editDistance('มั่นดง', 'มั่นคง'), 1)
  assert.equal(editDistance('', 'ทอง'), 3)
})
