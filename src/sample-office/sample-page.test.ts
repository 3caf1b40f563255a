import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { documentKinds } from './document-kinds.ts'
import { itemAt } from './random.ts'
import { aBornDigitalPdf, aSamplePage } from './sample-page.ts'
import { lettersOf } from './text.ts'

const wasm = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))
prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer }, fireImmediately: false })

test('the code of a cover sheet is read from the worst scans, and is 25 mm wide at level M', async () => {
  for (const look of ['bilevel-200', 'fax', 'faded'] as const) {
    const { bytes, truth } = await aSamplePage('lease', { look, cover: true })
    const [code] = await readBarcodes(bytes, { formats: ['QRCode'] })
    assert.equal(code?.text, `faem1:${truth.account}:${truth.branch}:lease:registration`, look)
    assert.equal(code?.ecLevel, 'M')
    const { topLeft, topRight } = code.position
    const width = (Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y) / 200) * 25.4
    assert(Math.abs(width - 25) < 1, `${width} mm`)
  }
})

test('a page tells its resolution and has the size of A4 in every format', async () => {
  for (const [format, look] of [
    ['png', 'office-200'],
    ['jpeg', 'colour-200'],
    ['tiff-g4', 'fax'],
  ] as const) {
    const { bytes } = await aSamplePage('letter-out', { format, look })
    const { width = 0, height = 0, density = 0 } = await sharp(bytes).metadata()
    assert.equal(density, 200, format)
    assert(
      Math.abs((width / density) * 25.4 - 210) < 1 && Math.abs((height / density) * 25.4 - 297) < 1,
    )
  }
})

test('the same seed gives the same page, another seed another one', async () => {
  const page = async (seed: number) =>
    (await aSamplePage('sps-6-15', { seed, look: 'fax', format: 'tiff-g4' })).bytes
  assert.deepEqual(await page(3), await page(3))
  assert.notDeepEqual(await page(3), await page(4))
})

test('the truth of every kind of document stands in its born-digital PDF, page by page', async () => {
  const library = await PDFiumLibrary.init()
  for (const { code } of documentKinds) {
    const { pdf, truths } = aBornDigitalPdf(code)
    const document = await library.loadDocument(pdf)
    assert.equal(document.getPageCount(), truths.length, code)
    for (const [page, truth] of truths.entries()) {
      const read = comparable(document.getPage(page).getText())
      assert(read.includes(comparable('ตัวอย่าง / SAMPLE')), `${code} is marked as a sample`)
      assert(truth.lines.length > 4)
      for (const line of truth.lines) assert(read.includes(comparable(line)), `${code}: ${line}`)
    }
    document.destroy()
  }
  library.destroy()
})

test('a registration form has two pages, and its truth names employer and number', () => {
  const { truths } = aBornDigitalPdf('sps-1-01')
  const first = itemAt(truths, 0)
  assert.equal(truths.length, 2)
  assert.equal(first.documentType, 'sps-1-01')
  assert(first.lines.join('\n').includes(first.index['nameTh'] ?? '-'))
})

/**
 * Bare letters only. Typst gives letters whose glyph depends on their marks (ขึ้, ที่, ญู) a text of their
 * own, and PDFium tells those twice, out of place, or swallows the letter after them at the end of a
 * line. What is left still proves that each line stands there, in order, with its names and numbers.
 */
function comparable(text: string): string {
  const joined = text.replace(/นั้น$/, '').replace(/[\s\u200b]+/g, '')
  return lettersOf(joined)
    .filter((letter) => !/[ัิ-ฺ็-๎ำญฐ]/.test(letter))
    .join('')
}
