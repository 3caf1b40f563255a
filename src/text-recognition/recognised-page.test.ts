import assert from 'node:assert/strict'
import { test } from 'node:test'
import { locate, plainText, RecognisedPage } from './recognised-page.ts'
import { pageFromTextLayer } from './text-layer.ts'

const page = pageFromTextLayer({
  reader: { name: 'pdfium', version: '2.1' },
  pixels: [2480, 3508],
  dpi: 300,
  lines: [
    { text: 'นาย แดง', box: [0.1, 0.1, 0.6, 0.02] },
    { text: '  ', box: [0.1, 0.2, 0.6, 0.02] },
    { text: 'จ\u0e4dากัด', box: null },
  ],
})

function places(start: number, end: number): number[][] {
  return locate(page, 0, { start, end }).map((box) => box.map((value) => Number(value.toFixed(3))))
}

test('a text layer gives the same shape as recognition, normalized and without empty lines', () => {
  assert.deepEqual(RecognisedPage.parse(page), page)
  assert.equal(plainText(page), 'นาย แดง\nจำกัด')
})

test('a range of a line has one box for each word it touches', () => {
  // Six clusters and a space over 0.6 of the width.
  const step = 0.6 / 7
  assert.deepEqual(places(0, 3), [[0.1, 0.1, Number((3 * step).toFixed(3)), 0.02]])
  assert.deepEqual(places(1, 2), [
    [Number((0.1 + step).toFixed(3)), 0.1, Number(step.toFixed(3)), 0.02],
  ])
  assert.equal(places(2, 5).length, 2)
})

test('a range that is not there has no box', () => {
  assert.deepEqual(places(3, 4), [])
  assert.deepEqual(places(50, 60), [])
  assert.deepEqual(locate(page, 9, { start: 0, end: 1 }), [])
  assert.deepEqual(locate(page, 1, { start: 0, end: 1 }), [])
})
