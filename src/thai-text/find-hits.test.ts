import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cell, rowsOf } from './fixtures/rows.ts'
import { findHits } from './index.ts'

function marked(text: string, query: string): string {
  let out = ''
  let at = 0
  for (const { start, end } of findHits(text, query)) {
    out += `${text.slice(at, start)}【${text.slice(start, end)}】`
    at = end
  }
  return out + text.slice(at)
}

test('every example of a highlight is marked as the table says', () => {
  for (const row of rowsOf('hits', 14)) {
    assert.equal(marked(cell(row, 0), cell(row, 1)), cell(row, 2))
  }
})

test('a query without letters marks nothing', () => {
  assert.deepEqual(findHits('นายสมชาย', ' . '), [])
  assert.deepEqual(findHits('', 'ก'), [])
})

test('hits that touch are one hit', () => {
  assert.deepEqual(findHits('มามามา', 'มา'), [{ start: 0, end: 6 }])
})
