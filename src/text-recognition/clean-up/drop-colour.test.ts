import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PagePixels } from '../pixels.ts'
import { dropColour } from './drop-colour.ts'

type Colour = readonly [number, number, number]
const paper: Colour = [250, 248, 244]
const ink: Colour = [30, 28, 30]
const inkUnderStamp: Colour = [62, 24, 26]
const red: Colour = [205, 40, 48]
const blue: Colour = [40, 60, 170]

function pageOf(colours: readonly Colour[]): PagePixels {
  return {
    data: Uint8Array.from(colours.flat()),
    width: colours.length,
    height: 1,
    channels: 3,
    dpi: 300,
  }
}

test('a stamp over text disappears while black text under it stays', () => {
  const { image, dropped } = dropColour(pageOf([paper, ink, red, inkUnderStamp, blue, ink, ink]))
  const [white = 0, black = 0, stamp = 0, under = 0, signature = 0] = image.data
  assert.equal(dropped, true)
  assert.ok(white > 240 && stamp > 220 && signature > 220, `${[...image.data]}`)
  assert.ok(black < 60 && under < 90, `${[...image.data]}`)
})

test('a page written in coloured ink keeps its words', () => {
  const { image, dropped } = dropColour(pageOf([paper, blue, blue, blue, blue, ink]))
  assert.equal(dropped, false)
  assert.ok((image.data[1] ?? 255) < 128)
})

test('a grey page passes as it is', () => {
  const page: PagePixels = {
    data: Uint8Array.of(0, 128, 255),
    width: 3,
    height: 1,
    channels: 1,
    dpi: 200,
  }
  assert.deepEqual(dropColour(page).image.data, page.data)
})
