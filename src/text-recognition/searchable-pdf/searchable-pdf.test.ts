import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { inflateSync } from 'node:zlib'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'
import { type BlobStore, openFolderStore } from '#platform/blobs'
import { createImages, type Images } from '#platform/images'
import { thaiNormalize } from '#thai-text'
import type { RecognisedLine } from '../recognised-page.ts'
import { glyphlessFont } from './glyphless-font.ts'
import { readJpegHeader } from './jpeg-header.ts'
import { type PagePicture, pagePicture } from './page-picture.ts'
import { type PageToPrint, searchablePdf } from './searchable-pdf.ts'
import { srgbProfile } from './srgb-profile.ts'

/** A program of poppler-utils; where it is not installed its test is skipped. */
const poppler = 'pdftotext'

const texts = [
  'แบบขึ้นทะเบียนนายจ้าง สปส. 1-01',
  'ปู่ ที่ น้ำ เอี๊ยด กำลัง จ้างเหมา ญู่ปุ่น ฐิติกร',
  'บริษัท นครสวรรค์การช่าง จำกัด (มหาชน) Co., Ltd.',
  'เลขที่บัญชี 60-1000412-8 วันที่ ๑๒ มีนาคม ๒๕๖๓',
  'หน้า 1 / 2',
  'ล',
]

/** A line whose letters stand where a recogniser would say, each a cluster's share of the line. */
function aLine(text: string, top: number): RecognisedLine {
  const step = 0.016
  const letters = Array.from(text)
  const wide = step * letters.length
  return {
    text,
    box: [0.1, top, wide, 0.02],
    confidence: 90,
    characters: letters.flatMap((letter, at): RecognisedLine['characters'] =>
      letter === ' ' ? [] : [[letter, 0.1 + at * step, top, step, 0.02, 90]],
    ),
  }
}

const lines = texts.map((text, at) => aLine(text, 0.1 + at * 0.05))
const about = { title: 'ทดสอบ <1> & 2', madeAt: new Date('2020-03-12T03:04:05.678Z') }

async function aPicture(): Promise<PagePicture> {
  const bytes = await sharp({
    create: { width: 827, height: 1_169, channels: 3, background: '#eee' },
  })
    .jpeg()
    .toBuffer()
  const header = readJpegHeader(bytes)
  assert.ok(header)
  return { ...header, colours: 'DeviceRGB', bits: 8, filter: 'DCTDecode', bytes }
}

function aPage(change: Partial<PageToPrint> = {}): PageToPrint {
  const page = { pixels: [827, 1_169] as const, dpi: 100, degrees: 0, picture: aPicture }
  return { ...page, lines: async () => lines, ...change }
}

async function pdfOf(...pages: PageToPrint[]): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of searchablePdf(pages, about)) parts.push(part)
  return Buffer.concat(parts)
}

test('PDFium takes every Thai word out of the file exactly as it was read', async () => {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(
      await pdfOf(aPage(), aPage({ lines: async () => [] })),
    )
    const read = document.getPage(0).getText()
    assert.deepEqual(
      read.split(/\r?\n/).map((line) => line.trim()),
      texts,
    )
    assert.equal(document.getPage(1).getText(), '')
    document.destroy()
  } finally {
    library.destroy()
  }
})

test('poppler takes the same words out', async (t) => {
  const version = spawnSync(poppler, ['-v'])
  if (version.error)
    return t.skip('NOT PROVED: pdftotext is not installed (apt-get install poppler-utils)')
  const folder = await mkdtemp(join(tmpdir(), 'faem-pdf-'))
  try {
    const path = join(folder, 'test.pdf')
    await writeFile(path, await pdfOf(aPage()))
    const read = execFileSync(poppler, [path, '-'], { encoding: 'utf8' })
    const rows = read.split('\n').filter((row) => row.trim() !== '')
    assert.deepEqual(rows.map(thaiNormalize), texts.map(thaiNormalize))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('a JPEG lies in the file byte for byte', async () => {
  const { bytes } = await aPicture()
  assert.ok((await pdfOf(aPage())).includes(Buffer.from(bytes)))
})

test('what archives demand of a PDF/A-2b is there', async () => {
  const pdf = await pdfOf(aPage(), aPage())
  const text = pdf.toString('latin1')
  assert.match(text, /^%PDF-1\.7\n%[\x80-\xff]{4}\n/)
  // 6.1.3: an id, no encryption; nothing behind the end mark.
  assert.match(text, /\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\] >>\nstartxref\n\d+\n%%EOF\n$/)
  assert.doesNotMatch(text, /\/Encrypt|\/JavaScript|\/AA |\/OpenAction|\/EmbeddedFiles/)
  // 6.2.3: one intent with an embedded profile, three colours.
  assert.match(text, /\/OutputIntents \[<< \/Type \/OutputIntent \/S \/GTS_PDFA1 /)
  // 6.6: the marks are plain XMP and name part and level.
  const marks = pdf
    .subarray(pdf.indexOf('<?xpacket begin'), pdf.indexOf('<?xpacket end'))
    .toString()
  assert.match(marks, /<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>B<\/pdfaid:conformance>/)
  assert.match(marks, /ทดสอบ &lt;1&gt; &amp; 2/)
  assert.match(marks, /<xmp:CreateDate>2020-03-12T03:04:05Z</)
  // 6.2.11.4: the font is embedded although it shows nothing.
  assert.match(text, /\/FontFile2 \d+ 0 R/)
  assert.match(text, /\/CIDToGIDMap \d+ 0 R/)
})

test('every place in the cross-reference table is where its object begins, and every length is true', async () => {
  const pdf = await pdfOf(aPage(), aPage(), aPage())
  const text = pdf.toString('latin1')
  const start = Number(/startxref\n(\d+)\n/.exec(text)?.[1])
  const [, count, rows = ''] =
    /^xref\n0 (\d+)\n((?:\d{10} \d{5} [fn] \n)+)trailer/.exec(text.slice(start)) ?? []
  const entries = rows.split('\n').filter(Boolean)
  assert.equal(entries.length, Number(count))
  for (const [number, entry] of entries.entries()) {
    if (number > 0) assert.ok(text.startsWith(`${number} 0 obj\n`, Number(entry.slice(0, 10))))
  }
  const streams = [...text.matchAll(/\/Length (\d+) >>\nstream\n/g)]
  assert.equal(streams.length, 5 + 3 * 2)
  for (const { index, 0: head, 1: length } of streams) {
    assert.ok(text.startsWith('\nendstream\nendobj\n', index + head.length + Number(length)))
  }
})

test('the font is a TrueType file whose sums agree, with one empty glyph beside "not defined"', () => {
  const font = glyphlessFont()
  let sum = 0
  for (let at = 0; at < font.length; at += 4) sum = (sum + font.readUInt32BE(at)) >>> 0
  assert.equal(sum, 0xb1b0afba)
})

test('the colour profile is one that others read, and means sRGB', async () => {
  const profile = srgbProfile()
  assert.equal(profile.readUInt32BE(0), profile.length)
  const folder = await mkdtemp(join(tmpdir(), 'faem-icc-'))
  try {
    const path = join(folder, 'srgb.icc')
    await writeFile(path, profile)
    const colours = { create: { width: 1, height: 1, channels: 3, background: '#c84632' } } as const
    const png = await sharp(colours).png().toBuffer()
    // Through the profile and back to libvips' own sRGB: the colour is the same.
    const tagged = await sharp(png).withIccProfile(path).png().toBuffer()
    const back = await sharp(tagged).toColourspace('srgb').raw().toBuffer()
    for (const [at, value] of [0xc8, 0x46, 0x32].entries()) {
      assert.ok(Math.abs((back[at] ?? 0) - value) <= 1, `${[...back]}`)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

type Workplace = AsyncDisposable & { store: BlobStore; images: Images }

async function aWorkplace(): Promise<Workplace> {
  const folder = await mkdtemp(join(tmpdir(), 'faem-picture-'))
  const images = createImages({ children: 1, tempDir: join(folder, 'tmp') })
  return {
    store: await openFolderStore(join(folder, 'store')),
    images,
    async [Symbol.asyncDispose]() {
      await images.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

test('other images are kept without loss: black and white in bits, grey in one sample, colour in three', async () => {
  await using place = await aWorkplace()
  const size = { width: 13, height: 3 }
  const shades: [
    name: string,
    levels: number[],
    expected: Pick<PagePicture, 'bits' | 'colours'>,
  ][] = [
    ['black and white', [0, 255], { bits: 1, colours: 'DeviceGray' }],
    ['grey', [0, 90, 255], { bits: 8, colours: 'DeviceGray' }],
  ]
  for (const [name, levels, expected] of shades) {
    const data = Buffer.from(
      Array.from({ length: 39 }, (_, at) => levels[(at * 7) % levels.length] ?? 0),
    )
    const png = await sharp(data, { raw: { ...size, channels: 1 } })
      .toColourspace('b-w')
      .png()
      .toBuffer()
    const { sha256 } = await place.store.put([png], { bytes_max: png.length })
    const picture = await pagePicture(place, { sha256, pageIndex: 0, mediaType: 'image/png' })
    const { bits, colours, filter } = picture
    assert.deepEqual({ bits, colours, filter }, { ...expected, filter: 'FlateDecode' }, name)
    const samples = inflateSync(picture.bytes)
    const read = Array.from({ length: 39 }, (_, at) => {
      const [row, x] = [Math.floor(at / 13), at % 13]
      if (bits === 8) return samples[at]
      return ((samples[row * 2 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? 255 : 0
    })
    assert.deepEqual(read, [...data], name)
  }
})

test('a photograph that Exif turns is laid upright on the page', async () => {
  await using place = await aWorkplace()
  // Black on the left of what the camera stored; turned clockwise it lies at the top.
  const stored = Buffer.alloc(200 * 100, 255)
  for (let row = 0; row < 100; row++) stored.fill(0, row * 200, row * 200 + 100)
  const jpeg = await sharp(stored, { raw: { width: 200, height: 100, channels: 1 } })
    .toColourspace('b-w')
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const { sha256 } = await place.store.put([jpeg], { bytes_max: jpeg.length })
  const page = { sha256, pageIndex: 0, mediaType: 'image/jpeg' }
  const picture = await pagePicture(place, page)
  assert.equal(picture.orientation, 6)
  const pdf = await pdfOf(aPage({ pixels: [100, 200], dpi: 72, picture: async () => picture }))
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(pdf)
    const { data, width, height } = await document.getPage(0).render({ scale: 1, render: 'bitmap' })
    assert.deepEqual([width, height], [100, 200])
    const at = (x: number, y: number) => data[(y * width + x) * 4] ?? -1
    assert.ok(at(50, 20) < 40 && at(50, 180) > 215, `${at(50, 20)} above, ${at(50, 180)} below`)
    document.destroy()
  } finally {
    library.destroy()
  }
})

test('the same pages give the same bytes, and pages are asked for one after the other', async () => {
  const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
  assert.equal(digest(await pdfOf(aPage())), digest(await pdfOf(aPage())))
  let asked = 0
  const picture = () => {
    asked++
    return aPicture()
  }
  const pages = Array.from({ length: 40 }, () => aPage({ picture }))
  const parts = searchablePdf(pages, about)
  for (let part = 0; part < 20; part++) await parts.next()
  assert.ok(asked > 0 && asked < 5, `${asked} pages for the first parts`)
  await parts.return(undefined)
})
