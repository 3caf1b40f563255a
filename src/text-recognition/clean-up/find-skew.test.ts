import assert from 'node:assert/strict'
import { test } from 'node:test'
import { skewedLines, whitePage } from './drawn-page.ts'
import { findSkew } from './find-skew.ts'
import { straighten } from './straighten.ts'

for (const skew of [-4.7, -1.35, 0, 0.4, 2.6]) {
  test(`a page lying ${skew}° askew is found so, and straightened to a tenth of a degree`, () => {
    const page = skewedLines(skew)
    const found = findSkew(page)
    assert.ok(Math.abs(found - skew) <= 0.1, `found ${found}`)
    const rest = findSkew(straighten(page, found))
    assert.ok(Math.abs(rest) <= 0.1, `left ${rest}`)
  })
}

test('a page without ink lies straight', () => {
  assert.equal(findSkew(whitePage(400, 500)), 0)
})
