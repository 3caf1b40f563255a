import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accountNumber, checkDigit, inThaiDigits, juristicNumber, shownAccount } from './numbers.ts'

test('check digits agree with the published account number and with hand-computed ones', () => {
  // The first is the example that the office itself publishes; the others have remainders 0, 1 and 10.
  for (const known of ['1090002301', '6099999019', '6099990071', '6099990020', '6099990011']) {
    assert.equal(checkDigit(known.slice(0, 9)), known.slice(9), known)
  }
})

test('an account number has province, running number and check digit', () => {
  assert.equal(accountNumber('60', 9_999_901), '6099999019')
  assert.equal(accountNumber('00', 9_999_901), '0099999013')
  assert.equal(shownAccount('6099999019'), '60-9999901-9')
})

test('a juristic number tells kind and Buddhist year in thirteen digits', () => {
  const number = juristicNumber({ province: '60', kind: '5', year: 2005, running: 99_001 })
  assert.match(number, /^060554899001\d$/)
  assert.equal(checkDigit(number.slice(0, 12)), number.slice(12))
})

test('Thai digits replace Arabic digits and nothing else', () => {
  assert.equal(inThaiDigits('นว 0030/123'), 'นว ๐๐๓๐/๑๒๓')
})
