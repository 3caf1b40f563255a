import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { paintRectangles, whitePage } from './drawn-page.ts'
import { findMarks } from './find-marks.ts'
import { straighten, toScanned } from './straighten.ts'

const scanned = { width: 400, height: 560 }

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
        const [x, y, width, height] = toScanned({ scale: 1, skewDegrees, cleaned, scanned }, [
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
  const placement = {
    scale: 2 / 3,
    skewDegrees: 0,
    cleaned: { width: 200, height: 300 },
    scanned: { width: 300, height: 450 },
  }
  assert.deepEqual(
    toScanned(placement, [50, 150, 100, 30]).map((value) => Number(value.toFixed(9))),
    [0.25, 0.5, 0.5, 0.1],
  )
})
