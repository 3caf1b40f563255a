import assert from 'node:assert/strict'
import { test } from 'node:test'
import { coverLines } from './cover-lines.ts'
import type { RecognisedLine } from './recognised-page.ts'

/** Each letter takes 0.1 of the page, marks none of their own. */
function aLine(text: string, top = 0.5): RecognisedLine {
  let at = -1
  const characters = Array.from(text).flatMap((letter): RecognisedLine['characters'] => {
    if (letter === ' ' || !/\p{M}/u.test(letter)) at++
    if (letter === ' ') return []
    return [[letter, at * 0.1, /\p{M}/u.test(letter) ? top - 0.01 : top, 0.1, 0.02, 90]]
  })
  return { text, box: [0, top, 0.8, 0.02], confidence: 90, characters }
}

const texts = (lines: readonly RecognisedLine[]) => lines.map(({ text }) => text)

test('what stands under a cover is gone, and so is a letter that it only touches', () => {
  const covers = [[0.25, 0.4, 0.1, 0.2]] as const
  assert.deepEqual(texts(coverLines([aLine('กขคงจ')], [[...covers[0]]])), ['กข จ'])
})

test('a mark goes with its letter, and other lines stay as they are', () => {
  const other = aLine('ที่อยู่', 0.8)
  const left = coverLines([aLine('นายสี่ ดี'), other], [[0.31, 0.495, 0.08, 0.03]])
  assert.deepEqual(texts(left), ['นาย ดี', 'ที่อยู่'])
  assert.equal(left[1], other)
})

test('characters stay the text without its spaces, and a line without any is gone', () => {
  const [line] = coverLines([aLine('นาย สี ดี')], [[0.41, 0.45, 0.08, 0.1]])
  assert.equal(line?.characters.map(([letter]) => letter).join(''), line?.text.replaceAll(' ', ''))
  assert.deepEqual(coverLines([aLine('สี ดี')], [[0, 0, 1, 1]]), [])
})
