import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cell, rowsOf } from './fixtures/rows.ts'
import { splitPersonName } from './index.ts'

test('every example of the name of a person is split as the table says', () => {
  for (const row of rowsOf('personNames', 12)) {
    const [written, title, core, key] = row
    const split = splitPersonName(cell(row, 0))
    assert.deepEqual([split.title, split.core, split.key], [title, core, key], `${written}`)
  }
})

test('a name that may hold a title is found with it and without', () => {
  const split = splitPersonName('นางนวล แก้วใส')
  assert.equal(split.key, 'นวลแกวใส')
  assert.equal(split.wholeKey, 'นางนวลแกวใส')
})

test('letters that only begin like a title are no title', () => {
  for (const name of ['ดราก้อน มีชัย', 'Missouri Brown', 'Mradul Gupta']) {
    assert.equal(splitPersonName(name).title, null, name)
  }
})

test("ranks come from the office's table and stand beside other titles, three at most", () => {
  const ranks = ['ร.ต.', 'ร.ต.อ.']
  assert.equal(splitPersonName('ร.ต.อ. กล้า หาญดี', ranks).title, 'ร.ต.อ.')
  assert.equal(splitPersonName('ร.ต.อ. กล้า หาญดี').title, null)
  assert.equal(splitPersonName('ร.ต.ดร.นายนายกล้า', ranks).core, 'นายกล้า')
})

test('a title before a single letter is left with it', () => {
  assert.equal(splitPersonName('นาย ก').title, null)
})
