import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatCoverCode, readCoverCode } from './cover-code.ts'

test('a cover code is read as it was written', () => {
  const account = { accountNo: '6010004128', branchNo: '000000' }
  for (const type of ['sps-1-01', null]) {
    for (const section of ['registration', null]) {
      const code = { ...account, type, section }
      assert.deepEqual(readCoverCode(formatCoverCode(code)), code)
    }
  }
})

test('other texts are no cover codes', () => {
  const texts = [
    '',
    'https://example.th',
    'faem1:::-:-',
    'faem1:6010004128:000000:-',
    'faem2:1:000000:-:-',
  ]
  const more = [
    'faem1:1:00:-:-',
    'faem1:1:000000:--:-',
    'faem1:1:000000:-:-:-',
    ' faem1:1:000000:-:-',
  ]
  for (const text of [...texts, ...more]) assert.equal(readCoverCode(text), null, text)
})
