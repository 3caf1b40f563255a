import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cell, rowsOf } from './fixtures/rows.ts'
import { splitLegalName } from './index.ts'

test('every example of a legal name is split as the table says', () => {
  for (const row of rowsOf('legalNames', 45)) {
    const [written, form, core, branchNote, key] = row
    assert.deepEqual(splitLegalName(cell(row, 0)), { form, core, branchNote, key }, `${written}`)
  }
})

test('a word that only begins like a legal form is part of the name', () => {
  for (const name of ['ดราก้อน เทรดดิ้ง', 'นางรองการค้า', 'บจการช่าง', 'รานีแฟชั่น']) {
    assert.deepEqual(splitLegalName(name).form, null, name)
    assert.equal(splitLegalName(name).core, name)
  }
})

test('abbreviations with a stop after each letter are the same forms', () => {
  assert.equal(splitLegalName('ห.จ.ก. เจริญกิจ').form, 'limited-partnership')
  assert.equal(splitLegalName('บ.จ.ก.เจริญกิจ').core, 'เจริญกิจ')
})

test('a partnership whose name begins with สาขา keeps its name', () => {
  const split = splitLegalName('ห้างหุ้นส่วนจำกัด สาขาดีการค้า')
  assert.equal(split.core, 'สาขาดีการค้า')
  assert.equal(split.branchNote, null)
})

test('จำกัด that lost its nikhahit is read in ห้างหุ้นส่วนจากัด too', () => {
  assert.equal(splitLegalName('หางหุนสวนจากัด ศรีทอง').core, 'ศรีทอง')
})

test('(มหาชน) alone tells a public company', () => {
  assert.equal(splitLegalName('ศรีทองค้าข้าว จำกัด (มหาชน)').form, 'public-company')
})

test('an empty name has no form', () => {
  const nothing = { form: null, core: '', branchNote: null, key: '' }
  assert.deepEqual(splitLegalName(' \u200b'), nothing)
})

test('a name of one letter is left whole', () => {
  assert.deepEqual(splitLegalName('บริษัท ก จำกัด').core, 'บริษัท ก จำกัด')
})
