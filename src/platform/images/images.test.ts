import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import sharp from 'sharp'
import { createImages } from './images.ts'
import * as kit from './sample-files.test-kit.ts'
import { straightened, uprightSize } from './upright.ts'

const tempDir = await mkdtemp(join(tmpdir(), 'images-test-'))
const images = createImages({ children: 1, tempDir })
after(async () => {
  await images.close()
  await rm(tempDir, { recursive: true })
})

const written = kit.aWrittenPage()

test('a grey JPEG is told by its own resolution, depth and size', async () => {
  const { kind, pages } = await images.examine(await kit.aGreyJpeg(written, 75))
  assert.equal(kind, 'jpeg')
  assert.equal(pages.length, 1)
  const [page] = pages
  assert.deepEqual(page?.pixels, [620, 877])
  assert.deepEqual([page?.dpi, page?.bits, page?.colour], [75, 8, 'grey'])
  assert.deepEqual([page?.blank, page?.tooDark, page?.codes], [false, false, []])
})

test('an image that states no resolution has none, whatever the decoder assumes', async () => {
  const unstated = await kit.grey(written).jpeg().toBuffer()
  assert.equal((await images.examine(unstated)).pages[0]?.dpi, null)
})

test('a TIFF of several pages gives each page its own verdict', async () => {
  const joined = kit.joinTiffs([
    await kit.aTiff(written, 'ccittfax4', 150),
    await kit.aTiff(kit.aWrittenPage(500, 400), 'lzw', 200),
    await kit.aTiff(written, 'jpeg', 300),
    await kit.aTiff(kit.anEmptyPage(), 'ccittfax4', 150),
  ])
  const { kind, pages } = await images.examine(joined)
  assert.equal(kind, 'tiff')
  assert.deepEqual(
    pages.map(({ index, dpi, bits, colour, blank }) => [index, dpi, bits, colour, blank]),
    [
      [0, 150, 1, 'bitonal', false],
      [1, 200, 8, 'grey', false],
      [2, 300, 8, 'grey', false],
      [3, 150, 1, 'bitonal', true],
    ],
  )
  assert.deepEqual(pages[1]?.pixels, [500, 400])
  const second = await images.decodePage(joined, 1)
  assert.deepEqual([second.width, second.height, second.channels], [500, 400, 1])
})

test('a colour PNG is 24 bits of colour', async () => {
  const [page] = (await images.examine(await kit.aColourPng(written))).pages
  assert.deepEqual([page?.bits, page?.colour], [24, 'colour'])
})

test('an image that asks to be turned is measured and shown upright', async () => {
  const turned = await kit.aTurnedJpeg(written)
  assert.deepEqual((await images.examine(turned)).pages[0]?.pixels, [877, 620])
  const { view } = await images.renderViews(turned, 0)
  assert.deepEqual([view.width, view.height], [877, 620])
})

test('views are WebP of 1,240 and 180 pixels, and never larger than the page', async () => {
  const large = await images.renderViews(await kit.aGreyJpeg(kit.aWrittenPage(1_600, 800)), 0)
  assert.deepEqual([large.view.width, large.view.height], [1_240, 620])
  assert.deepEqual([large.thumbnail.width, large.thumbnail.height], [180, 90])
  const metadata = await sharp(large.view.bytes).metadata()
  assert.deepEqual([metadata.format, metadata.width], ['webp', 1_240])
  const small = await images.renderPage(await kit.aGreyJpeg(written), 0, { width: 2_480 })
  assert.equal(small.width, 620)
})

test('decoded pixels of a lossless page are the pixels that were put in', async () => {
  const page = await images.decodePage(await kit.aPng(written), 0)
  assert.deepEqual([page.width, page.height, page.channels, page.dpi], [620, 877, 1, 75])
  assert.deepEqual(new Uint8Array(page.data), written.data)
  const colour = await images.decodePage(await kit.aPng(written), 0, { colour: true, dpi: 150 })
  assert.deepEqual(
    [colour.width, colour.height, colour.channels, colour.dpi],
    [1_240, 1_754, 3, 150],
  )
})

test('a strip is the part of the page inside its box', async () => {
  const page = kit.anEmptyPage(400, 400)
  for (let y = 100; y < 140; y += 1) page.data.fill(0, y * 400 + 200, y * 400 + 400)
  const box = { x: 0.5, y: 0.25, width: 0.5, height: 0.1 }
  const strip = await images.cropStrip(await kit.aPng(page), 0, { box, height_px_max: 20 })
  assert.deepEqual([strip.width, strip.height], [100, 20])
  const { channels } = await sharp(strip.bytes).stats()
  assert.ok((channels[0]?.mean ?? 255) < 10, 'the strip shows only the black bar')
})

test('a scanned PDF is judged by the picture on its page', async () => {
  const scan = await kit.aScannedPdf(await kit.aGreyJpeg(kit.aWrittenPage(1_240, 1_754)))
  const { kind, pages } = await images.examine(scan)
  assert.equal(kind, 'pdf')
  assert.deepEqual([pages[0]?.dpi, pages[0]?.bits, pages[0]?.colour], [150, 8, 'grey'])
  assert.deepEqual(pages[0]?.pixels, [1_240, 1_754])
  assert.equal((await images.decodePage(scan, 0)).width, 1_240)
  assert.equal(await images.pageText(scan, 0), null)
})

test('a born-digital PDF has no resolution, is drawn at 300 dpi, and gives its text', async () => {
  const typed = await kit.aTypedPdf('Annual return')
  const [page] = (await images.examine(typed)).pages
  assert.deepEqual([page?.dpi, page?.blank], [null, false])
  const decoded = await images.decodePage(typed, 0)
  assert.deepEqual([decoded.width, decoded.height, decoded.dpi], [2_480, 3_508, 300])
  const text = await images.pageText(typed, 0)
  assert.equal(text?.text, 'Annual return')
  const box = text?.chars[0]?.box
  assert.ok(box && Math.abs(box.x - 72 / 595.28) < 0.01, 'the box starts where the letter does')
  assert.ok(box && Math.abs(box.y + box.height - (841.89 - 720) / 841.89) < 0.01, 'on its baseline')
})

test('what was typed into a form field is on the drawn page', async () => {
  const form = await kit.aTypedPdf(' ', (pdf) => {
    const field = pdf.getForm().createTextField('name')
    field.setText('IIIIIIII')
    field.addToPage(pdf.getPage(0), { x: 72, y: 400, width: 300, height: 40, borderWidth: 0 })
  })
  assert.equal((await images.examine(form)).pages[0]?.blank, false)
})

test('a QR code is read with its place on the page', async () => {
  const page = await kit.aPageWithCode('cover 6000 ปก', 310, 438)
  const sources = [await kit.aGreyJpeg(page), await kit.aTiff(page, 'ccittfax4')]
  for (const source of [...sources, await kit.aScannedPdf(await kit.aGreyJpeg(page))]) {
    const [code] = (await images.examine(source)).pages[0]?.codes ?? []
    assert.deepEqual([code?.format, code?.text], ['QRCode', 'cover 6000 ปก'])
    assert.ok(code && code.box.x > 0.5 && code.box.x < 0.55, `x ${code?.box.x}`)
    assert.ok(code && code.box.y > 0.5 && code.box.y < 0.53, `y ${code?.box.y}`)
  }
})

test('bytes leave no file behind, and a path is read where it lies', async () => {
  const path = join(tempDir, 'named-wrongly.pdf')
  await writeFile(path, await kit.aPng(written))
  assert.equal((await images.examine(path)).kind, 'png')
  await images.examine(await kit.aPng(written))
  assert.deepEqual(await readdir(tempDir), ['named-wrongly.pdf'])
})

test('a page that the file does not have is refused', async () => {
  const png = await kit.aPng(written)
  await assert.rejects(images.renderViews(png, 1), { code: 'platform.image_page_unknown' })
  await assert.rejects(images.decodePage(png, -1), { code: 'platform.image_page_unknown' })
})

test('a picture is shown upright: turned, straightened on a sheet that keeps its corners', async () => {
  const png = await kit.aColourPng(written)
  const plain = await images.renderViews(png, 0)
  for (const turn of [90, 180, 270] as const) {
    const upright = { turn, straighten: 0 }
    const lying = await sharp(png)
      .rotate(360 - turn)
      .withMetadata({ density: 75 })
      .png()
      .toBuffer()
    const { view, thumbnail } = await images.renderViews(lying, 0, upright)
    assert.deepEqual([view.width, view.height], [plain.view.width, plain.view.height])
    assert.ok(thumbnail.width < thumbnail.height)
    const raw = await images.decodePage(lying, 0, { upright, colour: true })
    assert.deepEqual(raw.data, (await images.decodePage(png, 0, { colour: true })).data)
    const box = { x: 0.1, y: 0.1, width: 0.3, height: 0.05 }
    const strip = await images.cropStrip(lying, 0, { box, upright, height_px_max: 160 })
    const same = await images.cropStrip(png, 0, { box, height_px_max: 160 })
    assert.deepEqual([strip.width, strip.height], [same.width, same.height])
  }
  const slanting = await images.renderViews(png, 0, { turn: 90, straighten: 5 })
  const [wide, high] = uprightSize([620, 877], { turn: 90, straighten: 5 })
  assert.ok(Math.abs(slanting.view.width - wide) <= 2 && Math.abs(slanting.view.height - high) <= 2)
})

test('a box follows the straightening of its page', async () => {
  const size = [600, 800] as const
  const black = Buffer.from('<svg width="40" height="10"><rect width="40" height="10"/></svg>')
  const page = await sharp({ create: { width: 600, height: 800, channels: 3, background: '#fff' } })
    .composite([{ input: black, left: 450, top: 100 }])
    .withMetadata({ density: 75 })
    .png()
    .toBuffer()
  const box = straightened([450 / 600, 100 / 800, 40 / 600, 10 / 800], size, -3)
  const upright = { turn: 0, straighten: -3 } as const
  const shown = await images.decodePage(page, 0, { upright })
  const [x, y] = [(box[0] + box[2] / 2) * shown.width, (box[1] + box[3] / 2) * shown.height]
  assert.ok((shown.data[Math.round(y) * shown.width + Math.round(x)] ?? 255) < 40, 'in the ink')
  assert.ok(
    (shown.data[Math.round(y - 12) * shown.width + Math.round(x)] ?? 0) > 200,
    'and no more',
  )
})
