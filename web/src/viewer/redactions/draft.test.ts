import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Box } from '../page-geometry.ts'
import { boxAfterKey, boxBetween, changedPages, countBoxes, draftOver, withBoxes } from './draft.ts'

test('a box is drawn from any corner and stays within the page', () => {
  assert.deepEqual(boxBetween([0.5, 0.5], [0.25, 0.25]), [0.25, 0.25, 0.25, 0.25])
  assert.deepEqual(boxBetween([0.5, 0.5], [1.5, -1]), [0.5, 0, 0.5, 0.5])
  assert.equal(boxBetween([0.5, 0.5], [0.501, 0.9]), null)
})

test('arrows move a box and Shift sizes it, never over the edge', () => {
  const box: Box = [0.5, 0.5, 0.25, 0.25]
  assert.deepEqual(boxAfterKey(box, 'ArrowRight', false), [0.505, 0.5, 0.25, 0.25])
  assert.deepEqual(boxAfterKey(box, 'ArrowUp', true), [0.5, 0.5, 0.25, 0.245])
  assert.deepEqual(boxAfterKey([0.75, 0, 0.25, 0.1], 'ArrowRight', false), [0.75, 0, 0.25, 0.1])
  assert.equal(boxAfterKey(box, 'Enter', false), null)
})

test('only pages whose boxes changed are sent, each with all of its boxes', () => {
  const box: Box = [0, 0, 0.1, 0.1]
  const standing = new Map([['p', { redactionId: 'a', boxes: [box] }]])
  const draft = withBoxes(withBoxes(draftOver(standing), 'q', [box, box]), 'r', [])
  assert.equal(countBoxes(draft), 3)
  assert.deepEqual(
    changedPages(draft, standing).map(({ pageId, over, boxes }) => [pageId, over, boxes.length]),
    [['q', null, 2]],
  )
  const more = withBoxes(draftOver(standing), 'p', [box, box])
  assert.deepEqual(
    changedPages(more, standing).map(({ pageId, over, boxes }) => [pageId, over, boxes.length]),
    [['p', 'a', 2]],
  )
})
