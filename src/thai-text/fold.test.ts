import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cell, rowsOf } from './fixtures/rows.ts'
import { foldWithMap, normalizeWithMap, thaiFold, thaiNormalize } from './index.ts'

test('every example of normalizing and folding holds', () => {
  for (const row of rowsOf('normalizing', 119)) {
    const written = cell(row, 1)
    assert.equal(thaiNormalize(written), cell(row, 2), `normalized ${row[0]}`)
    assert.equal(thaiFold(written), cell(row, 3), `folded ${row[0]}`)
    assert.equal(foldWithMap(written).folded, cell(row, 3), `folded with map ${row[0]}`)
  }
})

test('a tone mark typed before its vowel is the same word', () => {
  assert.equal(thaiNormalize('ก\u0e48\u0e35'), 'ก\u0e35\u0e48')
})

test('the signs of one cluster share the place of the whole cluster when they were put in order', () => {
  const { folded, starts, ends } = foldWithMap('xน\u0e49\u0e4dาy')
  assert.equal(folded, 'xน\u0e33y')
  assert.deepEqual(starts, [0, 1, 2, 5])
  assert.deepEqual(ends, [1, 2, 5, 6])
})

test('a letter outside the basic plane keeps one place for each of its two units', () => {
  const { folded, starts, ends } = foldWithMap('ก𠀀')
  assert.equal(folded, 'ก𠀀')
  assert.deepEqual(starts, [0, 1, 1])
  assert.deepEqual(ends, [1, 3, 3])
})

test('half a surrogate pair becomes the replacement character instead of unstorable text', () => {
  assert.equal(thaiNormalize('ก\ud800ข'), 'ก\ufffdข')
})

test('a combining mark of another script stays only where it joins its letter', () => {
  assert.equal(thaiNormalize('e\u0301ก\u0301 q\u0301'), 'éก q')
})

test('letters join when the mark between them goes', () => {
  assert.equal(thaiNormalize('\u1112\u0301\u1161'), '하')
})

test('a tone moved before its vowel keeps the place of both', () => {
  const { normalized, starts, ends } = normalizeWithMap('คา\u0e49บ')
  assert.equal(normalized, 'ค\u0e49าบ')
  assert.deepEqual(starts, [0, 1, 1, 3])
  assert.deepEqual(ends, [1, 3, 3, 4])
})
