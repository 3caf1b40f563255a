import assert from 'node:assert/strict'
import { test } from 'node:test'
import { believedDpi, cleanPage } from './clean-page.ts'
import { skewedLines } from './drawn-page.ts'

test('a photograph that claims 72 dpi is taken for an A4 page', () => {
  assert.equal(Math.round(believedDpi({ width: 2_480, height: 3_508, dpi: 72 })), 300)
  assert.equal(Math.round(believedDpi({ width: 2_480, height: 3_508, dpi: 0 })), 300)
})

test('A3, A5 and receipts are believed', () => {
  assert.equal(believedDpi({ width: 3_508, height: 4_961, dpi: 300 }), 300)
  assert.equal(believedDpi({ width: 640, height: 1_200, dpi: 200 }), 200)
})

test('a page at 300 dpi is worked at 200 and knows its place on the scan', async () => {
  const page = skewedLines(0, { width: 1_200, height: 1_500 })
  const { image, placement } = await cleanPage({ ...page, channels: 1, dpi: 300 })
  assert.equal(image.dpi, 200)
  assert.equal(placement.scale.toFixed(3), '0.667')
  assert.deepEqual(placement.scanned, { width: 1_200, height: 1_500 })
})

test('a coarse page is enlarged to be read, and knows its place on the scan', async () => {
  const page = skewedLines(0, { width: 600, height: 750 })
  const { image, placement } = await cleanPage({ ...page, channels: 1, dpi: 100 })
  assert.equal(image.dpi, 200)
  assert.equal(placement.scale.toFixed(3), '2.000')
})
