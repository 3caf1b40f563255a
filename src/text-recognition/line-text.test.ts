import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { thaiNormalize } from '#thai-text'
import type { ReadCharacter } from './engines/engine.ts'
import { buildLine, spacesBetween, textOf } from './line-text.ts'

function typed(text: string): ReadCharacter[] {
  return [...text].map((character, n) => ({
    text: character,
    box: [n * 10, 0, 8, 20],
    confidence: 90,
  }))
}

test('ํ and า as recognisers write them become one ำ with the place of both', () => {
  const { text, characters } = buildLine(typed('จํากัด'), [])
  assert.equal(text, 'จำกัด')
  assert.deepEqual(characters[1], { text: 'ำ', box: [10, 0, 18, 20], confidence: 90 })
})

test('a tone mark typed before its vowel is put right and keeps its place', () => {
  const { text, characters } = buildLine(typed('ท่ี'), [])
  assert.equal(text, 'ที่')
  assert.deepEqual(characters.at(-1)?.box, [10, 0, 18, 20])
})

test('a space falls between letters, never before a mark or after a leading vowel', () => {
  assert.equal(buildLine(typed('นายแดง'), [29]).text, 'นาย แดง')
  assert.equal(buildLine(typed('นายแดง'), [37]).text, 'นาย แดง')
  assert.equal(buildLine(typed('ที่นี่'), [9]).text, 'ที่ นี่')
})

test('without the picture, a gap over a quarter of the line height is a space', () => {
  const characters = typed('กขค').map(
    (each, n): ReadCharacter => ({ ...each, box: [n * 10 + (n === 2 ? 5 : 0), 0, 8, 20] }),
  )
  assert.equal(buildLine(characters, spacesBetween(characters)).text, 'กข ค')
})

test('whatever is read, the text is normal and its characters are its letters in order', () => {
  const letters = fc.array(fc.constantFrom(...'กรนเแาำํะ่้ีุ์1A. '), { maxLength: 24 })
  fc.assert(
    fc.property(letters, fc.array(fc.nat(240)), (read, spaces) => {
      const { text, characters } = buildLine(typed(read.join('')), spaces)
      assert.equal(text, thaiNormalize(text))
      assert.equal(textOf(characters), text.replaceAll(' ', ''))
    }),
  )
})
