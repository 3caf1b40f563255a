import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Refusal } from '#kernel'
import { createImages } from './images.ts'
import { limits } from './limits.ts'
import { findActiveContent } from './pdf-active-content.ts'
import * as kit from './sample-files.test-kit.ts'

const tempDir = await mkdtemp(join(tmpdir(), 'images-test-'))
const images = createImages({ children: 1, tempDir })
after(async () => {
  await images.close()
  await rm(tempDir, { recursive: true })
})

const page = kit.aWrittenPage(310, 440)
const good: Record<string, Buffer> = {
  jpeg: await kit.aGreyJpeg(page),
  png: await kit.aPng(page),
  'G4 tiff': await kit.aTiff(page, 'ccittfax4'),
  'LZW tiff': await kit.aTiff(page, 'lzw'),
  'JPEG tiff': await kit.aTiff(page, 'jpeg'),
  'scanned pdf': await kit.aScannedPdf(await kit.aGreyJpeg(page)),
  'typed pdf': await kit.aTypedPdf('A typed page'),
}

for (const [name, bytes] of Object.entries(good)) {
  test(`a whole ${name} is accepted`, async () => {
    assert.equal((await images.examine(bytes)).pages.length, 1)
  })

  test(`a ${name} cut short is refused as damaged`, async () => {
    for (const share of [0.3, 0.6, 0.9]) {
      const cut = bytes.subarray(0, Math.floor(bytes.length * share))
      await assert.rejects(images.examine(cut), { code: 'platform.image_undecodable' })
    }
  })
}

test('a JPEG whose second half was never written is refused as damaged', async () => {
  const jpeg = good['jpeg'] ?? Buffer.alloc(0)
  const sparse = Buffer.from(jpeg).fill(0, Math.floor(jpeg.length / 2))
  await assert.rejects(images.examine(sparse), { code: 'platform.image_undecodable' })
})

test('a PDF whose picture is damaged is refused, although the PDF is whole', async () => {
  const jpeg = good['jpeg'] ?? Buffer.alloc(0)
  const spoilt = Buffer.from(jpeg).fill(0, Math.floor(jpeg.length / 2))
  for (const picture of [jpeg.subarray(0, Math.floor(jpeg.length / 2)), spoilt]) {
    const pdf = await kit.aScannedPdf(picture)
    await assert.rejects(images.examine(pdf), { code: 'platform.image_undecodable' })
  }
})

test('what is none of the four kinds is refused, whatever its name says', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
  const strangers = ['', 'plain text that calls itself scan.tif', svg, 'GIF89a\x01\0\x01\0\0\0\0;']
  const noise = Buffer.from(randomBytes(seeded(7), 4_000))
  for (const stranger of [...strangers.map((text) => Buffer.from(text)), noise]) {
    await assert.rejects(images.examine(stranger), { code: 'platform.image_type_unknown' })
  }
})

test('a signature alone does not make an image', async () => {
  for (const bytes of Object.values(good)) {
    const fake = Buffer.concat([bytes.subarray(0, 8), Buffer.from(randomBytes(seeded(3), 500))])
    await assert.rejects(images.examine(fake), { code: 'platform.image_undecodable' })
  }
})

test('a small PNG that declares 900 megapixels is refused before it is unpacked', async () => {
  const hollow = kit.aHollowPng(30_000, 30_000)
  await assert.rejects(images.examine(hollow), { code: 'platform.image_too_many_pixels' })
})

test('a page within the pixel limit that grows beyond measure is refused', async () => {
  const bomb = kit.aHollowPng(15_000, 10_000)
  await assert.rejects(images.examine(bomb), { code: 'platform.image_bomb' })
})

test('a blank page shrinks a lot and is no bomb', async () => {
  const blank = await kit.aTiff(kit.anEmptyPage(2_480, 3_508), 'ccittfax4', 300)
  assert.ok((2_480 * 3_508) / 8 / blank.length > limits.ratio_max)
  assert.equal((await images.examine(blank)).pages[0]?.blank, true)
})

test('a file beyond the byte limit is refused', async () => {
  const long = Buffer.alloc(limits.file_bytes_max + 1)
  await assert.rejects(images.examine(long), { code: 'platform.image_too_large' })
})

test('a file of too many pages is refused', async () => {
  const sheet = await kit.aTiff(kit.anEmptyPage(16, 16), 'ccittfax4')
  const sheets = Array.from({ length: limits.file_pages_max + 1 }, () => sheet)
  const refused = { code: 'platform.image_too_many_pages' }
  await assert.rejects(images.examine(kit.joinTiffs(sheets)), refused)
})

test('a TIFF whose directories run in a circle ends in a refusal', async () => {
  const joined = kit.joinTiffs([await kit.aTiff(page, 'lzw'), await kit.aTiff(page, 'lzw')])
  const second = joined.readUInt32LE(linkOf(joined, joined.readUInt32LE(4)))
  joined.writeUInt32LE(joined.readUInt32LE(4), linkOf(joined, second))
  const outcome = await examineOrRefuse(joined)
  assert.equal(outcome, 'platform.image_undecodable')
})

test('a PDF that lost its table is refused, although its pages could be guessed', async () => {
  const plain = await kit.aPlainPdf()
  assert.equal((await images.examine(plain)).pages.length, 2)
  const lost = plain.toString('latin1').replace(/startxref\n\d+/, 'startxref\n7')
  await assert.rejects(images.examine(Buffer.from(lost, 'latin1')), {
    code: 'platform.image_undecodable',
    facts: { because: 'cross-reference table' },
  })
})

test('a PDF page larger than any plan is refused before it is drawn', async () => {
  const vast = await kit.aTypedPdf('x', (pdf) => pdf.addPage([14_400, 14_400]))
  await assert.rejects(images.examine(vast), { code: 'platform.image_too_many_pixels' })
})

test('an encrypted PDF is refused, with or without a password to open it', async () => {
  for (const userPassword of ['secret', '']) {
    const locked = await kit.aTypedPdf('x', (pdf) =>
      pdf.encrypt({ userPassword, ownerPassword: 'owner' }),
    )
    await assert.rejects(images.examine(locked), { code: 'platform.image_encrypted' })
  }
})

for (const [what, change] of Object.entries(kit.activeChanges)) {
  test(`a PDF with ${what} is refused as active`, async () => {
    const active = await kit.aTypedPdf('x', change)
    await assert.rejects(images.examine(active), { code: 'platform.image_active_content' })
  })
}

test('an active name is found behind escapes, in packed objects and in a false stream', async () => {
  assert.equal(findActiveContent(Buffer.from('1 0 obj<</S/J#61vaScript>>endobj')), 'JavaScript')
  const packed = await kit.aTypedPdf('x', kit.activeChanges['Launch'])
  assert.equal(packed.includes('/Launch'), false, 'the name is packed away')
  assert.equal(findActiveContent(packed), 'Launch')
  const hidden = '1 0 obj<</A(>>\nstream\n)>>endobj 2 0 obj<</S/Launch>>endobj endstream'
  assert.equal(findActiveContent(Buffer.from(hidden)), 'Launch')
})

test('the same letters inside a picture or a longer name are not active', () => {
  const picture = '1 0 obj<</Length 14>>stream\nx/JS /Launch x\nendstream endobj'
  assert.equal(findActiveContent(Buffer.from(picture)), null)
  assert.equal(findActiveContent(Buffer.from('<</JSON 1/LaunchPad 2/XFAx 3>>')), null)
})

test('300 files with seeded damage each end in a verdict or a coded refusal', async () => {
  const random = seeded(20_260)
  const files = Object.values(good)
  const outcomes = new Map<string, number>()
  for (let round = 0; round < 300; round += 1) {
    const damaged = flipBytes(files[round % files.length] ?? Buffer.alloc(0), random)
    const outcome = await examineOrRefuse(damaged)
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  }
  assert.ok((outcomes.get('1 pages') ?? 0) > 0, 'some damage does no harm')
  assert.ok((outcomes.get('platform.image_undecodable') ?? 0) > 50, 'most damage is seen')
  assert.equal((await images.examine(good['png'] ?? '')).pages.length, 1)
})

async function examineOrRefuse(bytes: Buffer): Promise<string> {
  try {
    return `${(await images.examine(bytes)).pages.length} pages`
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.code
    throw thrown
  }
}

function linkOf(tiff: Buffer, directory: number): number {
  return directory + 2 + tiff.readUInt16LE(directory) * 12
}

/** A small generator (mulberry32), so that a failing round can be repeated. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function randomBytes(random: () => number, length: number): number[] {
  return Array.from({ length }, () => Math.floor(random() * 256))
}

function flipBytes(bytes: Buffer, random: () => number): Buffer {
  const damaged = Buffer.from(bytes)
  const flips = 1 + Math.floor(random() * 8)
  for (let n = 0; n < flips; n += 1) {
    damaged[Math.floor(random() * damaged.length)] = Math.floor(random() * 256)
  }
  return damaged
}
