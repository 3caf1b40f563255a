import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keyL2, keyL3, keyLatin, nameKeys, segmentWords, thaiFold, thaiSortKey } from './index.ts'

test('the keys of a name are those of its core; the name itself stays whole', () => {
  const keys = nameKeys('บริษัท  ศรี\u200bทองเทรดดิ้ง ABC จ\u0e4dากัด (สาขา 2)')
  const core = 'ศรีทองเทรดดิ้ง ABC'
  assert.deepEqual(keys, {
    name: 'บริษัท ศรีทองเทรดดิ้ง ABC จำกัด (สาขา 2)',
    form: 'company-limited',
    core,
    branchNote: 'สาขา 2',
    key: thaiFold(core),
    folded: thaiFold('บริษัท ศรีทองเทรดดิ้ง ABC จำกัด (สาขา 2)'),
    sort: thaiSortKey(core),
    l2: keyL2(core),
    l3: keyL3(core),
    latin: keyLatin(`sithongthretdingABC`),
  })
})

test('words come out folded, without spaces and punctuation', () => {
  assert.deepEqual(segmentWords('ยื่นแบบ สปส. 1-01 ต่อสำนักงาน').slice(0, 2), ['ยืน', 'แบบ'])
  assert.ok(segmentWords('ยื่น แบบ ').every((word) => word.trim() !== ''))
  assert.deepEqual(segmentWords(' . '), [])
})
