import assert from 'node:assert/strict'
import { test } from 'node:test'
import { columnsIn, heightOf, rowsOf, rowsWithin, sizes, stepFrom } from './page-rows.ts'

const documents = [
  { pageIds: ['a', 'b', 'c', 'd', 'e'] },
  { pageIds: ['f'] },
  { pageIds: ['g', 'h'] },
]
const rows = rowsOf(documents, 3)

test('each document begins a row of its own, and long ones go on in the next', () => {
  assert.deepEqual(
    rows.map(({ documentAt, first, pages }) => [documentAt, first, pages]),
    [
      [0, 0, 3],
      [0, 3, 2],
      [1, 5, 1],
      [2, 6, 2],
    ],
  )
  assert.equal(heightOf([]), 0)
  assert.ok(heightOf(rows) > 4 * sizes.row)
})

test('up and down keep the column where the next row has it', () => {
  assert.equal(stepFrom(rows, 2, 'down'), 4)
  assert.equal(stepFrom(rows, 4, 'down'), 5)
  assert.equal(stepFrom(rows, 5, 'down'), 6)
  assert.equal(stepFrom(rows, 7, 'up'), 5)
  assert.equal(stepFrom(rows, 0, 'up'), 0)
  assert.equal(stepFrom(rows, 7, 'down'), 7)
})

test('left and right cross the borders of documents and stop at the ends of the stack', () => {
  assert.equal(stepFrom(rows, 4, 'right'), 5)
  assert.equal(stepFrom(rows, 5, 'left'), 4)
  assert.equal(stepFrom(rows, 7, 'right'), 7)
  assert.equal(stepFrom(rows, 0, 'left'), 0)
  assert.equal(stepFrom(rows, 0, 'end'), 7)
  assert.equal(stepFrom(rows, 7, 'home'), 0)
})

test('of five hundred pages only those near the window are drawn', () => {
  const many = rowsOf([{ pageIds: Array.from({ length: 500 }, (_, at) => String(at)) }], 8)
  const shown = rowsWithin(many, { from: 3_000, height: 600 })
  const drawn = shown.reduce((sum, { pages }) => sum + pages, 0)
  assert.ok(drawn >= 8 * 4 && drawn <= 80, String(drawn))
  assert.ok(shown.some(({ top }) => top <= 3_000 && top + sizes.row > 3_000))
})

test('the narrowest window still has one column', () => {
  assert.equal(columnsIn(10), 1)
  assert.equal(columnsIn(sizes.head + 3 * sizes.cell), 3)
})
