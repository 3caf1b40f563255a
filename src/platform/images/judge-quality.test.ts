import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeQuality } from './judge-quality.ts'
import type { PageQuality } from './page.ts'

const good: PageQuality = {
  pixels: [2_480, 3_508],
  dpi: 300,
  bits: 8,
  colour: 'grey',
  bornDigital: false,
  version: 2,
  skewDegrees: 0.3,
  turnedDegrees: 0,
  inkShare: 0.06,
  blank: false,
  blankScore: 0,
  blur: 0.2,
  detailDpi: 290,
  tones: 180,
  bleed: 0.01,
  tooDark: false,
  clipped: false,
}

function codes(change: Partial<PageQuality>): string[] {
  return judgeQuality({ ...good, ...change }).map(({ code, weight }) => `${weight} ${code}`)
}

test('a page that meets the scan rules has no finding', () => {
  assert.deepEqual(codes({}), [])
})

test('the least resolution is 150 for black and white, 200 for grey, 300 for colour', () => {
  const low = ['fails resolution-below-minimum']
  const fax = { colour: 'bitonal', bits: 1, tones: 2 } as const
  assert.deepEqual(codes({ ...fax, pixels: [1_240, 1_754], dpi: 150, detailDpi: 150 }), [])
  assert.deepEqual(codes({ ...fax, pixels: [1_240, 1_754], dpi: 149, detailDpi: 149 }), low)
  assert.deepEqual(codes({ dpi: 200, detailDpi: 190, pixels: [1_654, 2_339] }), [])
  assert.deepEqual(codes({ dpi: 199, detailDpi: 190, pixels: [1_654, 2_339] }), low)
  assert.deepEqual(codes({ colour: 'colour', bits: 24, dpi: 300 }), [])
  assert.deepEqual(codes({ colour: 'colour', bits: 24, dpi: 299 }), low)
})

test('a page that states no resolution is for a person to look at, and is measured all the same', () => {
  assert.deepEqual(codes({ dpi: null }), ['look resolution-unstated'])
  const photograph = ['look resolution-unstated', 'look detail-below-minimum']
  assert.deepEqual(codes({ dpi: null, detailDpi: 90 }), photograph)
})

test('a resolution that would make the page larger than A3 is not believed', () => {
  assert.deepEqual(codes({ pixels: [6_000, 8_000] }), ['look resolution-unbelievable'])
})

test('an enlarged page is found out by its detail', () => {
  assert.deepEqual(codes({ detailDpi: 100 }), ['look detail-below-minimum'])
})

test('depth is read from the image: a colour page of 8 bits fails, a grey one of two tones is told', () => {
  assert.deepEqual(codes({ colour: 'colour', bits: 8 }), ['fails bits-below-minimum'])
  assert.deepEqual(codes({ tones: 2 }), ['look tones-missing'])
})

test('a page on its head or side fails; an unknown turn does not', () => {
  assert.deepEqual(codes({ turnedDegrees: 180 }), ['fails turned'])
  assert.deepEqual(codes({ turnedDegrees: 90 }), ['fails turned'])
  assert.deepEqual(codes({ turnedDegrees: null }), [])
})

test('a page is unsharp from where recognition begins to lose words', () => {
  assert.deepEqual(codes({ blur: 0.44 }), [])
  assert.deepEqual(codes({ blur: 0.46 }), ['look blurred'])
})

test('skew, blur, bleed, cut edges and dark paper are told, each with what was measured', () => {
  const found = judgeQuality({ ...good, skewDegrees: -3, blur: 0.9, bleed: 0.2, clipped: true })
  assert.deepEqual(
    found.map(({ code, found }) => [code, found]),
    [
      ['skewed', -3],
      ['blurred', 0.9],
      ['bleed-through', 0.2],
      ['clipped', null],
    ],
  )
})

test('a born-digital page is not judged as a scan', () => {
  assert.deepEqual(codes({ bornDigital: true, dpi: null, blur: 0.9 }), [])
})

test('a blank page is told as blank and judged by its resolution only', () => {
  assert.deepEqual(codes({ blank: true, clipped: true, dpi: 100, detailDpi: null }), [
    'look blank',
    'fails resolution-below-minimum',
  ])
})
