import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PixelBox } from './pixels.ts'
import { placeCharacters } from './place-characters.ts'

const glyph = { data: new Uint8Array(1), width: 1, height: 1 }
const glyphs = [10, 30, 50].map((x) => ({ glyph, box: [x, 5, 12, 20] as PixelBox }))

function read(text: string, left: number) {
  return { text, box: [left, 0, 14, 40] as PixelBox, confidence: 90 }
}

function lefts(line: ReturnType<typeof read>[]): number[] {
  return placeCharacters(line, glyphs).map(({ box }) => box[0])
}

test('as many letters as glyphs belong together in their order, wherever the engine put them', () => {
  assert.deepEqual(lefts([read('ก', 0), read('ข', 14), read('ค', 28)]), [10, 30, 50])
})

test('a tone mark stands where its letter stands', () => {
  assert.deepEqual(
    lefts([read('น', 9), read('้', 12), read('า', 31), read('ก', 50)]),
    [10, 10, 30, 50],
  )
})

test('a letter of two strokes takes both glyphs', () => {
  const [first] = placeCharacters([read('แ', 12), read('ม', 50)], glyphs)
  assert.deepEqual(first?.box, [10, 5, 32, 20])
})

test('where letters touch, each goes to the glyph that shares most of its place', () => {
  assert.deepEqual(lefts([read('ก', 8), read('ข', 48)]), [10, 50])
})
