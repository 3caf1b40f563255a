import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import { chooseEngine } from './engines/choose-engine.ts'
import type { Engine } from './engines/engine.ts'
import type { PagePixels } from './pixels.ts'
import { recognisePage } from './recognise-page.ts'
import { locate, plainText, RecognisedPage } from './recognised-page.ts'

const signal = new AbortController().signal
let engine: Engine
before(async () => {
  engine = await chooseEngine()
})
after(() => engine.close())

const fonts = dirname(
  createRequire(import.meta.url).resolve('@expo-google-fonts/sarabun/package.json'),
)
const fontfile = join(fonts, '400Regular', 'Sarabun_400Regular.ttf')

/** Half a page in Sarabun, a red ring about the second line, the whole lying askew. */
async function renderPage(lines: readonly string[], skewDegrees: number): Promise<PagePixels> {
  const texts = await Promise.all(
    lines.map(async (text, n) => ({
      input: await sharp({ text: { text, font: 'Sarabun 13', fontfile, dpi: 200, rgba: true } })
        .png()
        .toBuffer(),
      left: 200,
      top: 150 + n * 90,
    })),
  )
  const ring = Buffer.from(
    '<svg width="200" height="200"><circle cx="100" cy="100" r="90" fill="none" stroke="#c8202c" stroke-width="7"/></svg>',
  )
  const page = await sharp({
    create: { width: 1_100, height: 640, channels: 3, background: '#fff' },
  })
    .composite([{ input: ring, left: 230, top: 160 }, ...texts])
    .png()
    .toBuffer()
  const { data, info } = await sharp(page)
    .rotate(skewDegrees, { background: '#fff' })
    .flatten({ background: '#fff' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  assert.equal(info.channels, 3)
  return {
    data: new Uint8Array(data),
    width: info.width,
    height: info.height,
    channels: 3,
    dpi: 200,
  }
}

const lines = [
  'หนังสือมอบอำนาจ',
  'ขอมอบอำนาจให้นายแดง',
  'เลขที่ 1506 (Northern Supply Co., Ltd.)',
  'ลงชื่อผู้มอบอำนาจ',
]

const paragraphs = [
  'ที่ตั้งสำนักงานใหญ่ตั้งอยู่ที่นี่',
  'ผู้รับมอบอำนาจเป็นผู้ยื่นแบบ',
  'สายด่วนเลขที่ 1506 ทุกวัน',
  'เพื่อให้ถูกต้องตั้งแต่วันนี้',
  'ลงชื่อผู้มีอำนาจทั้งสิ้น',
]

test('a page lying askew under a red stamp is read, and each word is found where it stands', async () => {
  const pixels = await renderPage(lines, 1.4)
  const page = await recognisePage(pixels, { engine, signal })
  assert.deepEqual(RecognisedPage.parse(page), page)
  assert.equal(plainText(page), lines.join('\n'))
  assert.ok(Math.abs(page.skewDegrees - 1.4) <= 0.1, `skew ${page.skewDegrees}`)
  assert.equal(page.recipe.colourDropped, true)

  const [box, ...others] = locate(page, 2, { start: 7, end: 11 })
  assert.deepEqual(others, [])
  assert.ok(inkShare(pixels, box) > 0.1, 'there is ink at the number')
  // Ink just above and below the number would mean that the box has slipped to another line.
  const [x = 0, y = 0, width = 0, height = 0] = box ?? []
  assert.equal(inkShare(pixels, [x, y - 1.2 * height, width, height / 2]), 0)
})

for (const turn of [90, 180, 270] as const) {
  test(`a page that lies turned by ${turn} degrees is read upright, and each word is found where it lies`, async () => {
    const upright = await renderPage(paragraphs, 0.6)
    const { data, info } = await sharp(upright.data, { raw: upright })
      .rotate(turn)
      .raw()
      .toBuffer({ resolveWithObject: true })
    const { width, height } = info
    const lying = { ...upright, data: new Uint8Array(data), width, height }
    const page = await recognisePage(lying, { engine, signal })
    assert.equal(page.turnedDegrees, turn)
    assert.equal(plainText(page), paragraphs.join('\n'))
    const at = page.lines.findIndex(({ text }) => text.includes('1506'))
    const start = page.lines[at]?.text.indexOf('1506') ?? 0
    const [box] = locate(page, at, { start, end: start + 4 })
    assert.ok(inkShare(lying, box) > 0.1, 'there is ink at the number')
    assert.equal((box?.[3] ?? 0) * height > (box?.[2] ?? 0) * width, turn !== 180)
  })
}

test('an empty page gives no lines', async () => {
  const data = new Uint8Array(600 * 800).fill(250)
  const page = await recognisePage(
    { data, width: 600, height: 800, channels: 1, dpi: 200 },
    { engine, signal },
  )
  assert.deepEqual([page.lines, page.meanConfidence], [[], 0])
})

function inkShare(pixels: PagePixels, box: readonly number[] | undefined): number {
  const [x = 0, y = 0, width = 0, height = 0] = box ?? []
  let ink = 0
  let seen = 0
  for (let row = Math.round(y * pixels.height); row < (y + height) * pixels.height; row++) {
    for (let column = Math.round(x * pixels.width); column < (x + width) * pixels.width; column++) {
      seen++
      const at = (row * pixels.width + column) * 3
      if (Math.max(...pixels.data.subarray(at, at + 3)) < 128) ink++
    }
  }
  return seen ? ink / seen : 0
}

test('a page of more pixels than any office scans is refused', async () => {
  const page = { data: { length: 20_000 * 20_000 } as Uint8Array, width: 20_000, height: 20_000 }
  // Only its length is looked at before the refusal; 400 MB of white would prove no more.
  await assert.rejects(recognisePage({ ...page, channels: 1, dpi: 300 }, { engine, signal }), {
    code: 'text-recognition.page_too_large',
  })
})
