import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cell, rowsOf } from './fixtures/rows.ts'
import { otherLayout } from './index.ts'

test('every example typed on the wrong layout is offered as the table says', () => {
  for (const row of rowsOf('layouts', 14)) {
    assert.equal(otherLayout(cell(row, 0)), row[1], `${row[0]}`)
  }
})

test('words of the counter typed with the layout the wrong way round', () => {
  assert.equal(otherLayout('l;ylfu'), 'สวัสดี')
  assert.equal(otherLayout(''), null)
})
