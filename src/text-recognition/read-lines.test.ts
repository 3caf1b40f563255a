import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReadCharacter } from './engines/engine.ts'
import { textOf } from './line-text.ts'
import { chooseReading } from './read-lines.ts'

function read(text: string, confidence: number): ReadCharacter[] {
  return [...text].map((character, n) => ({ text: character, box: [n * 10, 0, 8, 20], confidence }))
}

test('a Latin word is taken from the reading with English when that one is surer', () => {
  assert.equal(
    textOf(chooseReading(read('จำกัด(00.,!1ส่.)', 88), read('จำกัด(Co.,Ltd.)', 97))),
    'จำกัด(Co.,Ltd.)',
  )
  assert.equal(textOf(chooseReading(read('จำกัด', 97), read('จำAUด', 95))), 'จำกัด')
})

test('one stray Latin letter is no word: the Thai reading stays', () => {
  assert.equal(textOf(chooseReading(read('เวลา2ปี', 90), read('เวลา2J', 98))), 'เวลา2ปี')
})

test('a number is taken from whichever reading is surer', () => {
  assert.equal(
    textOf(chooseReading(read('50085321307953', 98.3), read('3008321307953', 99.5))),
    '3008321307953',
  )
})
