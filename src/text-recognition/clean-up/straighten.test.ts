import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { findMarks } from '#platform/images'
import { paintRectangles, whitePage } from './drawn-page.ts'
import { type Placement, straighten, toScanned } from './straighten.ts'
import { sizeUpright, turnUpright } from './turn-upright.ts'

const scanned = { width: 400, height: 560 }
const upright = { scale: 1, turnedDegrees: 0 } as const

test('a box found on the straightened page comes back to the spot on the page as scanned', () => {
  const anywhere = {
    left: fc.integer({ min: 20, max: 360 }),
    top: fc.integer({ min: 20, max: 520 }),
  }
  fc.assert(
    fc.property(
      fc.record(anywhere),
      fc.double({ min: -5, max: 5, noNaN: true }),
      (at, skewDegrees) => {
        const spot = { ...at, width: 14, height: 14 }
        const page = paintRectangles(whitePage(scanned.width, scanned.height), [spot])
        const straight = straighten(page, skewDegrees)
        const [mark] = findMarks(straight)
        assert.ok(mark, 'the corners of a page are kept')
        const cleaned = { width: straight.width, height: straight.height }
        const [x, y, width, height] = toScanned({ ...upright, skewDegrees, cleaned, scanned }, [
          mark.left,
          mark.top,
          mark.right - mark.left,
          mark.bottom - mark.top,
        ])
        assert.ok(Math.abs((x + width / 2) * scanned.width - (spot.left + 7)) <= 1.5)
        assert.ok(Math.abs((y + height / 2) * scanned.height - (spot.top + 7)) <= 1.5)
      },
    ),
    { numRuns: 30 },
  )
})

test('a box on a page worked at two thirds of its size comes back in the same fractions', () => {
  const placement: Placement = {
    scale: 2 / 3,
    turnedDegrees: 0,
    skewDegrees: 0,
    cleaned: { width: 200, height: 300 },
    scanned: { width: 300, height: 450 },
  }
  assert.deepEqual(
    toScanned(placement, [50, 150, 100, 30]).map((value) => Number(value.toFixed(9))),
    [0.25, 0.5, 0.5, 0.1],
  )
})

for (const turnedDegrees of [90, 180, 270] as const) {
  test(`a box of a page that lies turned by ${turnedDegrees} degrees comes back to where it lies`, () => {
    const spot = { left: 30, top: 200, width: 14, height: 40 }
    const lying = paintRectangles(whitePage(scanned.width, scanned.height), [spot])
    const stood = turnUpright(lying, turnedDegrees)
    const [mark] = findMarks(stood)
    assert.ok(mark)
    const placement: Placement = {
      ...{ scale: 1, turnedDegrees, skewDegrees: 0 },
      cleaned: { width: stood.width, height: stood.height },
      scanned: sizeUpright(scanned, turnedDegrees),
    }
    const { left, top, right, bottom } = mark
    const [x, y, width, height] = toScanned(placement, [left, top, right - left, bottom - top])
    assert.deepEqual(
      [x * scanned.width, y * scanned.height, width * scanned.width, height * scanned.height].map(
        Math.round,
      ),
      [spot.left, spot.top, spot.width, spot.height],
    )
  })
}

test('a page turned clockwise is stood upright by turning it back', () => {
  const lying = { data: Uint8Array.from([1, 2, 3, 4, 5, 6]), width: 3, height: 2, dpi: 200 }
  assert.deepEqual([...turnUpright(lying, 90).data], [3, 6, 2, 5, 1, 4])
  assert.deepEqual([...turnUpright(lying, 180).data], [6, 5, 4, 3, 2, 1])
  assert.deepEqual([...turnUpright(lying, 270).data], [4, 1, 5, 2, 6, 3])
})
