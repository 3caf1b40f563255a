import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cell, rowsOf } from './fixtures/rows.ts'
import { thaiNormalize, thaiSortKey } from './index.ts'

function byKey(one: string, other: string): number {
  const [a, b] = [thaiSortKey(one), thaiSortKey(other)]
  return a < b ? -1 : a > b ? 1 : 0
}

test('every example stands in dictionary order, which plain order does not give', () => {
  for (const row of rowsOf('orders', 5)) {
    const words = cell(row, 0).split(' · ')
    assert.equal([...words].sort(byKey).join(' · '), row[1])
    assert.equal([...words].sort().join(' · '), row[2])
  }
})

const syllable = fc
  .tuple(
    fc.constantFrom('', '', '', 'เ', 'แ', 'โ', 'ใ', 'ไ'),
    fc.constantFrom(...'กขคงจชซดตทนบปผพมยรลวศสหอฮฤ'),
    fc.constantFrom('', '', '', 'ิ', 'ี', 'ึ', 'ื', 'ุ', 'ู', 'ั', '็'),
    fc.constantFrom('', '', '', '่', '้', '๊', '๋', '์'),
    fc.constantFrom('', '', '', 'า', 'ะ', 'ำ', 'น', 'ง'),
  )
  .map(([lead, consonant, vowel, tone, tail]) => {
    // ็ takes no tone here and ์ no vowel after it, as in real words.
    const upper = vowel === '็' ? '' : tone
    return lead + consonant + vowel + upper + (upper === '์' ? '' : tail)
  })
const name = fc
  .tuple(
    fc.array(syllable, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', '', '', ' 7', ' 10', ' 007', ' Trading', ' ABC'),
  )
  .map(([syllables, tail]) => syllables.join('') + tail)

// Real words have at most one sign above another, and none without a consonant.
const misspelt = new RegExp(
  [
    '(?:^|[^ก-ฮ\u0e31\u0e34-\u0e39])[\u0e47-\u0e4c]',
    '(?:^|[^ก-ฮ])[\u0e31\u0e34-\u0e39]',
    '(?:^|[^ก-ฮ\u0e48-\u0e4b])\u0e33',
  ].join('|'),
)

// Neighbours of one name differ in a single place, where random pairs nearly always differ at once.
const neighbours = fc
  .tuple(name, fc.nat(), fc.constantFrom('', '่', '้', 'ก', 'า', 'ิ', '์', ' '))
  .map(([text, at, put]): [string, string] => {
    const place = at % (text.length + 1)
    return [text, text.slice(0, place) + put + text.slice(place + 1)]
  })
  .filter(([, changed]) => !misspelt.test(changed))

test('byte order of the keys is the order of the Thai collator', () => {
  const collator = new Intl.Collator('th', { numeric: true })
  let different = 0
  fc.assert(
    fc.property(fc.oneof(fc.tuple(name, name), neighbours), ([one, other]) => {
      const expected = Math.sign(collator.compare(thaiNormalize(one), thaiNormalize(other)))
      if (expected !== 0) different++
      assert.equal(byKey(one, other), expected, `${one} / ${other}`)
    }),
    { seed: 2_569_1123, numRuns: 20_000 },
  )
  assert.ok(different > 10_000)
})

test('a key puts the consonant first, numbers by value, Latin last and tones behind', () => {
  assert.equal(thaiSortKey('เก่า ๐07 A'), 'กเา000000000007\ue061\u000104')
  assert.equal(thaiSortKey(' .-'), '')
})
