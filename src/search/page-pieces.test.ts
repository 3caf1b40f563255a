import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keyL2 } from '#thai-text'
import { eachPieceCode, pieceOfCode, piecesOfWord } from './page-pieces.ts'

const text = 'เลขที่บัญชี 40-9258663-9 ณ วันที่ ๑๒ มีนาคม 2563 โทร 056-991237'

test('a page is listed under every piece that a word on it has, numbers also by the class of their digits', () => {
  const listed = new Set<string>()
  eachPieceCode(keyL2(text), (code) => listed.add(pieceOfCode(code)))
  for (const piece of piecesOfWord(keyL2(text))) assert.ok(listed.has(piece), piece)
  for (const piece of piecesOfWord('5052552235')) assert.ok(listed.has(piece), piece)
  assert.ok(!listed.has('1111'))
})

test('the last letters of a page begin a piece', () => {
  const listed: string[] = []
  eachPieceCode('abcde', (code) => listed.push(pieceOfCode(code)))
  assert.deepEqual(listed, ['abcd', 'bcde', 'cde~'])
})
