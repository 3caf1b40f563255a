import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cell, identifiers, rowsOf } from './fixtures/rows.ts'
import {
  arabicDigits,
  digitKey,
  formatJuristicNo,
  formatPersonNo,
  type IdentifierKind,
  readIdentifier,
  readNumber,
  thaiDigits,
} from './index.ts'

const groups = [
  { kind: 'account', table: identifiers.accounts },
  { kind: 'juristic', table: identifiers.juristic },
  { kind: 'national', table: identifiers.national },
] as const

test('every example of a typed number is read as the table says', () => {
  for (const row of rowsOf('numbers', 12)) {
    const [written, digits, kind, shown, verdict] = row
    const read = readNumber(cell(row, 0))
    const expected = digits === null ? null : { digits, kind, shown, verdict }
    assert.deepEqual(read, expected, `${written}`)
  }
})

test('every test number has its flag, its series and its groups', () => {
  let seen = 0
  for (const { kind, table } of groups) {
    for (const row of [...table.valid, ...table.invalid]) {
      const read = readIdentifier(row.digits, kind)
      assert.equal(read.flag, row.flag, row.digits)
      assert.equal(read.digits, row.digits)
      if ('series' in row) assert.equal(read.series, row.series, row.digits)
      if ('shown' in row) assert.equal(read.shown, row.shown, row.digits)
      if ('placeholder' in row) assert.equal(read.placeholder, true, row.digits)
      else if (row.flag === 'ok') assert.equal(read.placeholder, false, row.digits)
      seen++
    }
  }
  assert.equal(seen, 69)
})

test('one slip passes the check: remainders 0 and 10 share a digit', () => {
  const { from, to } = identifiers.accounts.undetectedSlip
  assert.equal(readIdentifier(from, 'account').flag, 'ok')
  assert.equal(readIdentifier(to, 'account').flag, 'ok')
})

test('a number is the same however it was typed', () => {
  let seen = 0
  for (const { kind, digits, typed } of identifiers.typedForms) {
    for (const written of typed) {
      // The kinds of the table are those of the reader; JSON only says `string`.
      const read = readIdentifier(written, kind as IdentifierKind)
      assert.equal(read.digits, digits, `${kind}: ${written}`)
      assert.equal(read.flag, 'ok', written)
      assert.equal(read.written, written)
      seen++
    }
  }
  assert.equal(seen, 218)
})

test('what is no such number keeps its reason and offers what may have been meant', () => {
  for (const row of identifiers.notEquivalent) {
    const read = readIdentifier(row.typed, row.kind as IdentifierKind) // as above
    assert.equal(read.digits, row.digits, row.typed)
    assert.equal(read.flag, row.flag, row.typed)
    if ('candidate' in row) assert.equal(read.candidate, row.candidate, row.typed)
  }
})

test('a letter read for a digit is offered only when the check digit then agrees', () => {
  assert.equal(readIdentifier('6O99999019', 'account').candidate, '6099999019')
  assert.equal(readIdentifier('609999901l', 'account').candidate, null)
})

test('the number of a person in the field of a company is of another series', () => {
  const read = readIdentifier('1999999901018', 'juristic')
  assert.deepEqual([read.flag, read.series], ['unknown-series', 'national'])
})

test('the number of a person is masked after the fifth digit unless someone asks', () => {
  assert.equal(formatPersonNo('1600199000011'), '1-6001-•••••-••-•')
  assert.equal(formatPersonNo('1600199000011', { masked: false }), '1-6001-99000-01-1')
  assert.equal(formatPersonNo('16001990000112'), '16001•••••••••')
})

test('numbers of the Revenue Department are written without groups', () => {
  assert.equal(formatJuristicNo('0994999999015'), '0994999999015')
})

test('only a text that is nothing but a number has a digit key', () => {
  assert.equal(digitKey('(๒๕๖๙)/123'), null)
  assert.equal(digitKey('๒๕๖๙/123'), '2569123')
  assert.equal(digitKey('ร้าน 7'), null)
  assert.equal(digitKey(''), null)
})

test('Thai digits and back', () => {
  assert.equal(arabicDigits('๐๑๒๓๔๕๖๗๘๙０９'), '012345678909')
  assert.equal(thaiDigits('ที่ รง 0612/2569'), 'ที่ รง ๐๖๑๒/๒๕๖๙')
})
