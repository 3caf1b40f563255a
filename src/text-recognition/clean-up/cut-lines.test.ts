import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cutLines, textMarks } from './cut-lines.ts'
import { paintRectangles, type Rectangle, whitePage } from './drawn-page.ts'

// At 200 dpi a letter is about 18 pixels high and 14 wide, with 3 pixels of white to the next.
const letterHeight = 18
function word(left: number, top: number, letters: number): Rectangle[] {
  return Array.from({ length: letters }, (_, n) => ({
    left: left + n * 17,
    top,
    width: 14,
    height: letterHeight,
  }))
}

function cut(rectangles: readonly Rectangle[]) {
  const page = paintRectangles(whitePage(900, 400), rectangles)
  return cutLines(page, textMarks(page))
}

test('lines come from top to bottom, each by itself', () => {
  const cuts = cut([...word(100, 200, 10), ...word(100, 100, 10), ...word(100, 150, 10)])
  assert.deepEqual(
    cuts.map(({ row }) => row),
    [0, 1, 2],
  )
  assert.deepEqual(
    cuts.map(({ box }) => box[1] + box[3] / 2),
    [109, 159, 209],
  )
})

test('a tone mark goes with the letters under it, a vowel below with the letters over it', () => {
  const tone = { left: 120, top: 140, width: 4, height: 7 }
  const below = { left: 160, top: 120, width: 8, height: 7 }
  const [upper, lower] = cut([...word(100, 100, 10), tone, below, ...word(100, 152, 10)])
  const ink = (data: Uint8Array | undefined) => data?.filter((value) => value === 0).length
  assert.equal(ink(upper?.image.data), 10 * 14 * letterHeight + 8 * 7)
  assert.equal(ink(lower?.image.data), 10 * 14 * letterHeight + 4 * 7)
})

test('letters of two lines that touch are parted at the emptiest row between', () => {
  const tail = { left: 134, top: 118, width: 6, height: 10 }
  const waist = { left: 136, top: 128, width: 1, height: 8 }
  const head = { left: 134, top: 136, width: 6, height: 16 }
  const [upper, lower, ...others] = cut([
    ...word(100, 100, 10),
    ...word(100, 152, 10),
    ...[tail, waist, head],
  ])
  assert.deepEqual(others, [])
  const pad = 6
  const end = (upper?.box[1] ?? 0) + (upper?.box[3] ?? 0) - pad
  const start = (lower?.box[1] ?? 0) + pad
  assert.ok(end >= 128 && end <= 136 && start >= 128 && start <= 136, `${end} ${start}`)
})

test('a row is cut at wide gaps into cells of one row, and narrow white is a space', () => {
  const cuts = cut([...word(100, 100, 4), ...word(182, 100, 4), ...word(400, 100, 4)])
  assert.deepEqual(
    cuts.map(({ row }) => row),
    [0, 0],
  )
  const [first, second] = cuts
  assert.deepEqual([first?.spaces.length, second?.spaces.length], [1, 0])
  assert.ok(Math.abs((first?.box[0] ?? 0) + (first?.spaces[0] ?? 0) - 173) <= 1)
})

test('specks and dot leaders are no text, a full stop is', () => {
  const specks = [...Array(30).keys()].map((n) => ({
    left: 20 + n * 27,
    top: 30 + (n % 7) * 50,
    width: 2,
    height: 2,
  }))
  const leaders = [...Array(12).keys()].map((n) => ({
    left: 300 + n * 10,
    top: 115,
    width: 3,
    height: 3,
  }))
  const stop = { left: 273, top: 114, width: 4, height: 4 }
  const beside = { left: 281, top: 106, width: 2, height: 2 }
  const cuts = cut([...word(100, 100, 10), stop, beside, ...leaders, ...specks])
  assert.equal(cuts.length, 1)
  const [, , width = 0] = cuts[0]?.box ?? []
  assert.equal(width, 177 + 12)
})

test('scraps of shadow at the side of the sheet are no text', () => {
  const scraps = [0, 1, 2, 3].map((n) => ({ left: 870, top: 40 + n * 80, width: 16, height: 30 }))
  assert.equal(cut([...word(100, 100, 10), ...scraps]).length, 1)
})

test('an empty page gives no lines', () => {
  assert.deepEqual(cut([]), [])
})
