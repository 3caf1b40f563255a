import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { writePages } from './image-files.ts'
import type { Pixels } from './scan-looks.ts'
import { joinTiffs } from './tiff-pages.ts'

/** A page with a black bar whose place tells the pages apart. */
function aPage(place: number, size: Partial<Pixels> = {}): Pixels {
  const [width, height] = [size.width ?? 400, size.height ?? 560]
  const data = new Uint8Array(width * height).fill(255)
  data.fill(0, place * 20 * width, (place * 20 + 8) * width)
  return { data, width, height, channels: 1, dpi: size.dpi ?? 200 }
}

function tagsOf(bytes: Uint8Array): Map<number, number>[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pages: Map<number, number>[] = []
  for (let at = view.getUint32(4, true); at !== 0; ) {
    const tags = new Map<number, number>()
    const entries = view.getUint16(at, true)
    for (let entry = at + 2; entry < at + 2 + entries * 12; entry += 12) {
      const type = view.getUint16(entry + 2, true)
      const value = view.getUint32(entry + 8, true)
      const short = type === 3 ? view.getUint16(entry + 8, true) : value
      const ratio =
        type === 5 ? view.getUint32(value, true) / view.getUint32(value + 4, true) : short
      tags.set(view.getUint16(entry, true), ratio)
    }
    pages.push(tags)
    at = view.getUint32(at + 2 + entries * 12, true)
  }
  return pages
}

test('joined pages keep their pixels, though their sizes and compressions differ', async () => {
  const pages = [aPage(1), aPage(3, { width: 300, height: 401 }), aPage(5)]
  const [first, second, third] = pages
  assert(first && second && third)
  const joined = joinTiffs([
    await writePages([first], 'tiff-g4'),
    await writePages([second], 'tiff-lzw'),
    await writePages([third], 'tiff-g4'),
  ])
  for (const [page, expected] of pages.entries()) {
    const { data, info } = await sharp(joined, { page }).raw().toBuffer({ resolveWithObject: true })
    assert.deepEqual([info.width, info.height], [expected.width, expected.height])
    const grey = data.filter((_, place) => place % info.channels === 0)
    assert.deepEqual(new Uint8Array(grey), expected.data)
  }
})

test('each page of a TIFF tells its resolution, compression and depth', async () => {
  const wanted = { 'tiff-g4': [4, 1], 'tiff-lzw': [5, 8], 'tiff-jpeg': [7, 8] } as const
  for (const format of ['tiff-g4', 'tiff-lzw', 'tiff-jpeg'] as const) {
    for (const dpi of [200, 300]) {
      const bytes = await writePages([aPage(1, { dpi }), aPage(2, { dpi })], format)
      const pages = tagsOf(bytes)
      assert.equal(pages.length, 2)
      for (const tags of pages) {
        assert.deepEqual([tags.get(259), tags.get(258)], wanted[format], format)
        assert.equal(tags.get(296), 2, 'resolution is told per inch')
        assert(Math.abs((tags.get(282) ?? 0) - dpi) < 0.01, `${format} at ${dpi} dpi`)
      }
    }
  }
})
