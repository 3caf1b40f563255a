import assert from 'node:assert/strict'
import { test } from 'node:test'
import { retypings } from './retypings.ts'

test('a year in brackets typed on the wrong layout keeps its digits', () => {
  assert.ok(retypings('8^Il5kridkicrmpN Z1999X').includes('คูณสถาพรการแพทย์ (1999)'))
})

test('words typed on the wrong layout are read on the other, numbers from the number pad stay', () => {
  assert.ok(retypings('l;ylfu').includes('สวัสดี'))
  assert.ok(retypings('l;ylfu 2548').includes('สวัสดี 2548'))
  assert.deepEqual(retypings('2548'), [])
})
