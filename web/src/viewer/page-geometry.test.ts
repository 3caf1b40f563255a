import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hitSteps, pagesToHold, stepHit, viewBox } from './page-geometry.ts'

test('pages are fetched in the order a reader is likely to want them', () => {
  assert.deepEqual(pagesToHold(4, 10), [4, 5, 6, 3, 7, 2, 1])
  assert.deepEqual(pagesToHold(0, 2), [0, 1])
  assert.deepEqual(pagesToHold(9, 10), [9, 8, 7, 6])
})

test('a box on a tall page keeps its place in the coordinates of the viewer', () => {
  const [left, top, width, height] = viewBox([0.2, 0.5, 0.4, 0.1], [1000, 2000])
  assert.ok(Math.abs(left + width / 2 - 0.4) < 1e-9)
  assert.ok(Math.abs(top + height / 2 - 1.1) < 1e-9)
  assert.ok(width > 0.4 && height > 0.2)
})

test('the next place after the last is the first, and back', () => {
  assert.equal(stepHit(0, 1, 3), 1)
  assert.equal(stepHit(3, 1, 3), 1)
  assert.equal(stepHit(1, -1, 3), 3)
  assert.equal(stepHit(1, 1, 0), 0)
})

test('each box of a hit is a step of its own', () => {
  const steps = hitSteps([
    {
      ordinal: 2,
      boxes: [
        [0, 0, 1, 1],
        [0, 0.5, 1, 1],
      ],
    },
    { ordinal: 5, boxes: [[0, 0, 0.5, 0.5]] },
  ])
  assert.deepEqual(
    steps.map(({ ordinal }) => ordinal),
    [2, 2, 5],
  )
})
