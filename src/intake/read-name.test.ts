import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readName } from './read-name.ts'

test('names are read for number, type and date, and say nothing where nothing stands', () => {
  assert.deepEqual(readName('by-folder/6010004128', '03-sps-1-01-2005-01-04.tif'), {
    numbers: ['6010004128'],
    types: ['sps-1-01'],
    dated: { date: '2005-01-04', precision: 'day' },
  })
  assert.deepEqual(readName('scanner/2020-03-12', 'page-0001.jpg').numbers, [])
  assert.equal(readName('.', '01-lease-2005-02-30.tif').dated, null)
})

test('an account number in a name is read with dashes, spaces, Thai digits, and beside other numbers', () => {
  for (const name of [
    '60-1000412-8 lease.pdf',
    '๖๐-๑๐๐๐๔๑๒-๘ lease.pdf',
    '60 1000412 8_lease.pdf',
    '60–1000412–8-lease.pdf',
    '01-6010004128-lease.pdf',
    '๐๑-60.1000412.8-lease-๒๕๔๘-๐๑-๐๔.pdf',
  ]) {
    assert.deepEqual(readName('.', name).numbers, ['6010004128'], name)
    assert.deepEqual(readName('.', name).types, ['lease'], name)
  }
  assert.deepEqual(readName('ชั้น 2/๖๐-๑๐๐๐๔๑๒-๘ บริษัท ตัวอย่าง', '1.tif').numbers, ['6010004128'])
})

test('digits of a date, a juristic number or a telephone are no account number', () => {
  for (const label of ['2020-03-12-01', '0-60-5-563-99901-1', '0605563999011', '056-123-4567']) {
    assert.deepEqual(readName(label, '1.tif').numbers, [], label)
  }
})

test('a year of the Buddhist era in a name is the year it means', () => {
  const dated = { date: '2005-01-04', precision: 'day' }
  assert.deepEqual(readName('.', 'lease-2548-01-04.tif').dated, dated)
  assert.deepEqual(readName('.', 'lease-๒๕๔๘-๐๑-๐๔.tif').dated, dated)
})
