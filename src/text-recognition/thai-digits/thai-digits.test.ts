import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openGlyphSheets } from '../../../test/kit/glyph-sheets.ts'
import { thaiFonts } from '../../../test/kit/thai-fonts.ts'
import type { ReadCharacter } from '../engines/engine.ts'
import { boxAround } from '../line-text.ts'
import type { PixelBox } from '../pixels.ts'
import { glyphFeatures } from './glyph-features.ts'
import { cropInk, glyphsOfLine } from './glyphs.ts'
import { likelihoods, loadNetwork, noDigit } from './network.ts'
import { readThaiDigits, thaiNumbersIn } from './read-digits.ts'

const unseen = thaiFonts.filter(({ heldOut }) => heldOut)
const sheets = await openGlyphSheets(unseen)
after(() => sheets.close())
const { network } = loadNetwork()
const [font] = unseen

test('at least 97 of 100 Thai digits are right in fonts the reader never saw', async () => {
  for (const font of unseen) {
    const samples = await sheets.samples(font, 41)
    const digits = samples.filter(({ label }) => label !== noDigit)
    const right = digits.filter(({ glyph, label }) => {
      const found = likelihoods(network, glyphFeatures(glyph))
      return found.indexOf(Math.max(...found)) === label
    })
    const share = right.length / digits.length
    assert.ok(digits.length > 300 && share >= 0.97, `${font.family}: ${share}`)
  }
})

test('digits that the engine does not know are read from their shapes', async () => {
  assert.ok(font)
  const image = await sheets.line(font, '๖๔๗๘๙')
  assert.equal(
    textOf(readThaiDigits(misread(image, '๒๕๓๕๕'), { glyphs: glyphsOfLine(image), network })),
    '๖๔๗๘๙',
  )
})

test('a letter between digits is taken for the digit it is', async () => {
  assert.ok(font)
  const image = await sheets.line(font, '๒๗๖')
  assert.equal(
    textOf(readThaiDigits(misread(image, '๒ฒ๒'), { glyphs: glyphsOfLine(image), network })),
    '๒๗๖',
  )
})

test('a digit taken for two, and one left out of a number, are put right', async () => {
  assert.ok(font)
  const image = await sheets.line(font, '๑๖๗๒')
  const glyphs = glyphsOfLine(image)
  const [one, six, seven, two] = glyphs.map(({ box }) => box)
  assert.ok(one && six && seven && two)
  const half = [six[0], six[1], six[2] / 2, six[3]] as const
  const other = [six[0] + half[2], ...half.slice(1)] as unknown as PixelBox
  const doubled = [
    { text: '๑', box: one },
    { text: '๒', box: half },
    { text: '๐', box: other },
    { text: '๗', box: seven },
    { text: '๒', box: two },
  ].map((each) => ({ ...each, confidence: 90 }))
  assert.equal(textOf(readThaiDigits(doubled, { glyphs, network })), '๑๖๗๒')
  const missing = [one, six, two].map((box, at) => ({
    text: '๑๒๒'[at] ?? '',
    box,
    confidence: 90,
  }))
  assert.equal(textOf(readThaiDigits(missing, { glyphs, network })), '๑๖๗๒')
})

test('two digits that touch are parted where both are surest', async () => {
  assert.ok(font)
  const image = await sheets.line(font, '๑๙๖๒')
  const [one, nine, six, two] = glyphsOfLine(image)
  assert.ok(one && nine && six && two)
  const box = boxAround([nine.box, six.box])
  const glyph = cropInk(image, box)
  assert.ok(glyph)
  const line = [one.box, nine.box, six.box, two.box].map((place, at) => ({
    text: '๑๕๐๒'[at] ?? '',
    box: place,
    confidence: 90,
  }))
  const read = readThaiDigits(line, { glyphs: [one, { box, glyph }, two], network })
  assert.equal(textOf(read), '๑๙๖๒')
})

test('letters beside a Thai number stay letters, and a line without Thai digits stays as it is', async () => {
  assert.ok(font)
  const dated = await sheets.line(font, '๑๒ธค')
  assert.equal(
    textOf(readThaiDigits(misread(dated, '๑๒ธค'), { glyphs: glyphsOfLine(dated), network })),
    '๑๒ธค',
  )
  const latin = await sheets.line(font, '๔๔๔')
  assert.equal(
    textOf(readThaiDigits(misread(latin, '555'), { glyphs: glyphsOfLine(latin), network })),
    '555',
  )
})

test('numbers in Thai digits are marked, with the strokes and dots inside them', () => {
  assert.deepEqual(thaiNumbersIn('ที่ รง ๐๖๐๙/ว ๑๒ ลงวันที่ 5'), [
    [7, 11],
    [14, 16],
  ])
  assert.deepEqual(thaiNumbersIn('๑,๒๓๔.๕๐ บาท'), [[0, 8]])
})

/** What the engine makes of a line: its characters in the places of the glyphs. */
function misread(image: Parameters<typeof glyphsOfLine>[0], text: string): ReadCharacter[] {
  return glyphsOfLine(image).map(({ box }, index) => ({
    text: text[index] ?? '',
    box,
    confidence: 90,
  }))
}

function textOf(line: readonly ReadCharacter[]): string {
  return line.map(({ text }) => text).join('')
}
