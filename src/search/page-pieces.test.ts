import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keyL2, keyPage } from '#thai-text'
import { classed, eachPieceCode, pieceOfCode, piecesOfWord } from './page-pieces.ts'

const text = 'เลขที่บัญชี 40-9258663-9 ณ วันที่ ๑๒ มีนาคม 2563 โทร 056-991237'

test('a key with its digits by their class is the page key', () => {
  assert.equal(classed(keyL2(text)), keyPage(text))
  assert.equal(classed('0123456789'), keyPage('0123456789'))
})

test('a page is listed under every piece that a word on it has', () => {
  const listed = new Set<string>()
  eachPieceCode(keyL2(text), (code) => listed.add(pieceOfCode(code)))
  for (const piece of piecesOfWord(keyPage(text))) assert.ok(listed.has(piece), piece)
})

test('the last letters of a page begin a piece', () => {
  const listed: string[] = []
  eachPieceCode('abcde', (code) => listed.push(pieceOfCode(code)))
  assert.deepEqual(listed, ['abcd', 'bcde', 'cde~'])
})
