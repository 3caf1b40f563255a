import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keyL2, keyL2WithMap } from './index.ts'

test('letters the recogniser takes for each other share a letter of the index key', () => {
  for (const [one, other] of [
    ['สืบค้น', 'สืบคน'],
    ['ผ้าไทย', 'พาใทย'],
    ['ขั้น', 'ชั้น'],
    ['น้ำ', 'น\u0e4d\u0e49า'],
    ['เเม่', 'แม่'],
    ['เกษตร', 'เภษตร'],
  ] as const) {
    assert.equal(keyL2(one), keyL2(other), `${one} ${other}`)
  }
})

test('every Thai consonant and every vowel that survives the fold has a letter', () => {
  for (let code = 0x0e01; code <= 0x0e2e; code++) {
    assert.match(keyL2(String.fromCharCode(code)), /^[a-z]$/)
  }
  for (const vowel of 'ะาำัิีึืุูเแโใไๅ') assert.match(keyL2(`ก${vowel}`), /^[a-z]{2}$/)
})

test('an index key has no spaces, no punctuation and no letter that is not ASCII', () => {
  assert.equal(keyL2('ABC Trading, 12/๓ (ไทย) 漢é'), 'abctrading123ltye')
})

test('an account number keeps its digits in the index key', () => {
  assert.equal(keyL2('๖๐-๙๙๙๙๙๐๑-๙'), '6099999019')
})

test('a hit in the key leads back to the text it came from', () => {
  const text = 'บริษัท ท่าข้าว จำกัด'
  const { folded, starts, ends } = keyL2WithMap(text)
  const wanted = keyL2('ทาขาว')
  const at = folded.indexOf(wanted)
  assert.equal(text.slice(starts[at], ends[at + wanted.length - 1]), 'ท่าข้าว')
})
