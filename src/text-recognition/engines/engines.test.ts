import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import type { GreyImage } from '../pixels.ts'
import type { Engine, ReadLine } from './engine.ts'
import { parseHocr } from './hocr.ts'
import { findNativeTesseract } from './native-tesseract.ts'
import { packTiff } from './tiff.ts'
import { openWasmTesseract } from './wasm-tesseract.ts'

const words = 'สำนักงานประกันสังคม 2569'
const still = new AbortController().signal

const native = await findNativeTesseract()
const withoutNative = native
  ? false
  : 'NOT PROVED: the installed Tesseract with Thai is missing here'
if (withoutNative) console.warn(withoutNative)

/** A line of Sarabun at about the size office paper has, set by libvips with Thai shaping. */
async function renderLine(text: string): Promise<GreyImage> {
  const fonts = dirname(
    createRequire(import.meta.url).resolve('@expo-google-fonts/sarabun/package.json'),
  )
  const fontfile = join(fonts, '400Regular', 'Sarabun_400Regular.ttf')
  const { data, info } = await sharp({ text: { text, font: 'Sarabun 13', fontfile, dpi: 200 } })
    .extend({ top: 8, bottom: 8, left: 8, right: 8, background: '#000' })
    .negate()
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data: new Uint8Array(data), width: info.width, height: info.height, dpi: 200 }
}

function written(lines: readonly ReadLine[] | undefined): string {
  const text = (lines ?? [])
    .flat()
    .map((character) => character.text)
    .join('')
  return text.replaceAll('\u0e4dา', 'ำ')
}

const expected = words.replaceAll(' ', '')

test('the installed Tesseract reads each image of a list by itself, with places', {
  skip: withoutNative,
}, async () => {
  assert.ok(native)
  const images = [await renderLine(words), await renderLine('นายจ้าง')]
  const [first, second] = await native.recognise(
    { images, layout: 'line', languages: 'tha+eng' },
    still,
  )
  assert.equal(written(first), expected)
  assert.equal(written(second), 'นายจ้าง')
  const last = first?.[0]?.at(-1)
  assert.ok(last && last.confidence > 80 && last.box[0] > (images[0]?.width ?? 0) * 0.8)
})

test('nothing to read gives nothing', { skip: withoutNative }, async () => {
  assert.deepEqual(
    await native?.recognise({ images: [], layout: 'line', languages: 'tha' }, still),
    [],
  )
})

test('the deadline kills a reading', { skip: withoutNative }, async () => {
  const hurried = await findNativeTesseract(1)
  const request = { images: [await renderLine(words)], layout: 'line', languages: 'tha' } as const
  await assert.rejects(async () => hurried?.recognise(request, still), {
    name: 'Fault',
    code: 'recognition_failed',
  })
})

test('a caller who gives up stops the reading', { skip: withoutNative }, async () => {
  const request = { images: [await renderLine(words)], layout: 'line', languages: 'tha' } as const
  await assert.rejects(async () => native?.recognise(request, AbortSignal.abort()), {
    code: 'recognition_failed',
  })
})

let wasm: Engine
before(() => {
  wasm = openWasmTesseract()
})
after(() => wasm.close())

test('the built-in recogniser reads the same line, without a network', async () => {
  const request = {
    images: [await renderLine(words)],
    layout: 'line',
    languages: 'tha+eng',
  } as const
  const [lines] = await wasm.recognise(request, still)
  assert.equal(written(lines), expected)
})

test('hOCR gives pages, lines and characters, entities undone', () => {
  const character = (text: string) =>
    `<span class='ocrx_cinfo' title='x_bboxes 1 2 5 9; x_conf 98.5'>${text}</span>`
  const page = `<div class='ocr_page' id='page_1'><span class='ocr_line' id='l'>${character('ก')}${character('&amp;')}</span></div>`
  assert.deepEqual(parseHocr(`${page}<div class='ocr_page' id='page_2'></div>`), [
    [
      [
        { text: 'ก', box: [1, 2, 4, 7], confidence: 98.5 },
        { text: '&', box: [1, 2, 4, 7], confidence: 98.5 },
      ],
    ],
    [],
  ])
})

test('a packed list opens again with every image in its own size', async () => {
  const grey = (width: number, height: number) => ({
    data: new Uint8Array(width * height).fill(width),
    width,
    height,
    dpi: 200,
  })
  const file = packTiff([grey(3, 5), grey(40, 7)])
  const { data, info } = await sharp(file, { page: 1 })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  assert.deepEqual([info.width, info.height, data[0], data.at(-1)], [40, 7, 40, 40])
  assert.equal((await sharp(file).metadata()).pages, 2)
})
