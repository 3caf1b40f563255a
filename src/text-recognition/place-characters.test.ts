import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textOf } from './line-text.ts'
import type { PixelBox } from './pixels.ts'
import { placeCharacters, slotsOf } from './place-characters.ts'

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

test('a speck between letters is no letter', () => {
  assert.deepEqual(lefts([read('ก', 8), read('ข', 48)]), [10, 50])
})

test('letters that touch are parted where there is least ink, each as high as its own ink', () => {
  const touching = drawn(24, [
    { from: 0, to: 10, top: 0 },
    { from: 13, to: 24, top: 8 },
    // The bridge between them.
    { from: 10, to: 13, top: 18 },
  ])
  const line = [touching, ...[40, 60].map((x) => ({ ...drawn(12, []), box: at(x, 12) }))]
  const read4 = [read('ก', 9), read('ข', 20), read('ค', 38), read('ง', 58)]
  const boxes = placeCharacters(read4, line).map(({ box }) => box)
  assert.deepEqual(boxes[0], [10, 5, 10, 20])
  assert.deepEqual(boxes[1], [20, 13, 14, 12])
  assert.deepEqual(boxes.slice(2), [at(40, 12), at(60, 12)])
})

test('a letter that broke takes both its pieces', () => {
  const line = [at(10, 14), at(30, 6), at(37, 6), at(50, 14)]
  const read3 = [read('ก', 9), read('ข', 30), read('ค', 50)]
  const boxes = placeCharacters(
    read3,
    line.map((box) => ({ glyph, box })),
  ).map(({ box }) => box)
  assert.deepEqual(boxes, [at(10, 14), at(30, 13), at(50, 14)])
})

test('letters that touch share a glyph, and what is no letter has none', () => {
  const line = [
    { ...drawn(26, []), box: at(10, 26) },
    ...[40, 60].map((x) => ({ glyph, box: at(x, 12) })),
    { glyph, box: at(80, 2) },
    { glyph, box: at(82, 2) },
  ]
  const slots = slotsOf(
    [read('๑', 9), read('๒', 22), read('ก', 39), read('้', 41), read('ข', 59)],
    line,
  )
  assert.deepEqual(
    slots.map(({ characters, glyphs }) => [textOf(characters), glyphs.map(({ box }) => box[0])]),
    [
      ['๑๒', [10]],
      ['ก้', [40]],
      ['ข', [60]],
      ['', [80]],
      ['', [82]],
    ],
  )
})

function at(x: number, width: number): PixelBox {
  return [x, 5, width, 20]
}

/** A glyph 20 pixels high at 10, its ink in columns from a top row down. */
function drawn(width: number, strokes: readonly { from: number; to: number; top: number }[]) {
  const data = new Uint8Array(width * 20).fill(255)
  for (const { from, to, top } of strokes) {
    for (let y = top; y < 20; y++) data.fill(0, y * width + from, y * width + to)
  }
  return { glyph: { data, width, height: 20 }, box: at(10, width) }
}
