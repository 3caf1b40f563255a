import assert from 'node:assert/strict'
import { test } from 'node:test'
import { employerSource, limits } from './employers.ts'
import { checkDigit } from './numbers.ts'
import { officeCodes, pilotOffice } from './places.ts'

const nation = employerSource('test', 'nation')
const many = Array.from({ length: 20_000 }, (_, index) => nation(index))

test('an employer of a seed is the same whenever it is asked for', () => {
  const again = employerSource('test', 'nation')
  assert.deepEqual(again(1_234), many[1_234])
  assert.notDeepEqual(employerSource('other', 'nation')(1_234), many[1_234])
})

test('no two employers share an account number, and every check digit is right', () => {
  assert.equal(new Set(many.map((employer) => employer.accountNo)).size, many.length)
  for (const { accountNo, juristicNo, taxNo } of many) {
    for (const number of [accountNo, juristicNo, taxNo]) {
      if (number) assert.equal(checkDigit(number.slice(0, -1)), number.slice(-1), number)
    }
  }
})

test('names of one office are nearly all different', () => {
  const source = employerSource('names', 'pilot')
  const names = Array.from({ length: pilotOffice.files }, (_, index) => source(index).nameTh)
  assert(new Set(names).size > names.length * 0.985, `${new Set(names).size} of ${names.length}`)
})

test('companies are three fifths and limited partnerships a sixth', () => {
  const share = (type: string) =>
    many.filter((employer) => employer.employerType === type).length / many.length
  assert(Math.abs(share('company-limited') - 0.6) < 0.02)
  assert(Math.abs(share('limited-partnership') - 0.17) < 0.02)
})

test('every office holds files, and the pilot office its share of the nation', () => {
  assert.deepEqual(new Set(many.map((employer) => employer.office)), new Set(officeCodes))
  const pilot = many.filter((employer) => employer.office === pilotOffice.code).length
  const expected = (many.length * pilotOffice.files) / pilotOffice.filesNationwide
  assert(Math.abs(pilot - expected) <= 8, `${pilot} instead of ${expected}`)
})

test('an account number begins with the province of its office, and dates go forward', () => {
  for (const employer of many) {
    assert.equal(employer.accountNo.slice(0, 2), employer.office.slice(0, 2))
    assert(employer.registeredOn <= employer.statusSince)
  }
})

test('the pilot office leaves the highest numbers free', () => {
  const source = employerSource(1, 'pilot')
  const running = Array.from({ length: 3_000 }, (_, index) => source(index).accountNo.slice(2, 9))
  assert(running.every((number) => number >= '9900000' && number < '9990000'))
  assert.throws(() => source(limits.pilot_rows_max), { name: 'Bug' })
})
