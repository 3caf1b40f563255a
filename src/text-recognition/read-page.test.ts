import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import sharp from 'sharp'
import type { DocumentsTables, StoredPage } from '#documents'
import { Fault, newId, Refusal } from '#kernel'
import { type BlobStore, openFolderStore } from '#platform/blobs'
import { createImages, type Images } from '#platform/images'
import { sandboxRefusals } from '#platform/sandbox'
import { type TestOffice, testOffice } from '../../test/kit/office.ts'
import {
  checkReadingJob,
  createEnginePool,
  createPageViews,
  type EnginePool,
  findReading,
  pagesReadOfBatches,
  pagesWaiting,
  plainText,
  progressAt,
  type ReadingWork,
  type RecognisedPage,
  readingLines,
  readingOf,
  readingStates,
  readingsMissing,
  readingTotals,
  readPageJob,
  recognisedPage,
  type TextRecognitionTables,
} from './index.ts'
import { openPageText } from './open-page-text.ts'

const signal = new AbortController().signal
let office: TestOffice
let images: Images
let engine: EnginePool
let derived: BlobStore
before(async () => {
  office = await testOffice({ projections: [] })
  images = createImages({ children: 1, tempDir: join(office.folder, 'tmp') })
  engine = createEnginePool(1)
  derived = await openFolderStore(join(office.folder, 'derived'))
})
after(async () => {
  await images.close()
  await engine.close()
  await office[Symbol.asyncDispose]()
})

const fonts = dirname(
  createRequire(import.meta.url).resolve('@expo-google-fonts/sarabun/package.json'),
)
const fontfile = join(fonts, '400Regular', 'Sarabun_400Regular.ttf')

/** A sheet of 200 dpi, wide enough to be made smaller for the screen. */
async function aSheet(text: string): Promise<Buffer> {
  const words = { text: { text, font: 'Sarabun 14', fontfile, dpi: 200, rgba: true } } as const
  return await sharp({ create: { width: 1_500, height: 500, channels: 3, background: '#fff' } })
    .composite([{ input: await sharp(words).png().toBuffer(), left: 200, top: 200 }])
    .withMetadata({ density: 200 })
    .png()
    .toBuffer()
}

/** Files one page as the projection of documents would write it, and notes it as waiting. */
async function aFiledPage(
  bytes: Uint8Array,
  { turn, straighten }: { turn: number; straighten: number } = { turn: 0, straighten: 0 },
): Promise<string> {
  const { context } = office
  const { sha256 } = await context.store.put([bytes], { bytes_max: bytes.length })
  const [pageId, documentId] = [newId(new Date()), newId(new Date())]
  await context.desk(async (_write, tx) => {
    await tx.execute(
      `insert into record.document values ($1, '6010004128', '000000', '6000', 'sps-1-01',
         'registration', null, null, null, 'A', null, 1, now(), 'สมใจ ตัวอย่าง', 1)`,
      [documentId],
    )
    await tx.execute(
      `insert into record.page values ($1, $2, '6000', 1, null, $3, 0, 1500, 500, 200, 24,
         'image/png', 1, $4, $5)`,
      [pageId, documentId, sha256, turn, straighten],
    )
    const body = { documentId, pages: [{ pageId }] }
    const waiting = await pagesWaiting(tx, { body, office: '6000' })
    assert.deepEqual(
      waiting.map((page) => page.pageId),
      [pageId],
    )
    assert.deepEqual(await pagesWaiting(tx, { body, office: '6000' }), [], 'asked for once')
  })
  return pageId
}

type Workplace = ReadingWork & {
  read: [StoredPage, RecognisedPage][]
  queued: { name: string; payload: unknown; priority: number }[]
}

function aWorkplace(node = 'here'): Workplace {
  const read: Workplace['read'] = []
  const queued: Workplace['queued'] = []
  const enqueue: ReadingWork['enqueue'] = async (_tx, { name }, payload, { priority = 0 } = {}) => {
    queued.push({ name, payload, priority })
    return name
  }
  const onRead: ReadingWork['onRead'] = async (_tx, page, reading) => {
    read.push([page, reading])
  }
  return { context: office.context, images, derived, engine, node, enqueue, onRead, read, queued }
}

const open = () => ({ derived, coverFor: async () => null })

const tables = () => office.context.read<TextRecognitionTables>()

test('a page scanned on its head or side is read upright, and its words lie where they are shown', async () => {
  const sheet = await aSheet('หนังสือมอบอำนาจ')
  const words = async (bytes: Buffer, upright: Parameters<typeof aFiledPage>[1]) => {
    const pageId = await aFiledPage(bytes, upright)
    await readPageJob.run(aWorkplace(), { pageId }, signal)
    const { lines } = await openPageText(office.context, { pageId, covered: false }, open())
    return { text: lines.map(({ text }) => text).join(' '), box: lines[0]?.box ?? [] }
  }
  const upright = await words(sheet, { turn: 0, straighten: 0 })
  assert.equal(upright.text, 'หนังสือมอบอำนาจ')
  const onHead = await sharp(sheet).rotate(180).withMetadata({ density: 200 }).png().toBuffer()
  for (const straighten of [0, 0.4]) {
    const { text, box } = await words(onHead, { turn: 180, straighten })
    assert.equal(text, upright.text)
    for (const [at, share] of box.entries()) {
      assert.ok(Math.abs(share - (upright.box[at] ?? 0)) < 0.02, `${box} is ${upright.box}`)
    }
  }
})

test('a filed page is read once: its words are kept, and reading again does nothing', async () => {
  const pageId = await aFiledPage(await aSheet('หนังสือมอบอำนาจ'))
  const earlier = await readingTotals(tables())
  const waiting = await openPageText(office.context, { pageId, covered: false }, open())
  assert.deepEqual([waiting.state, waiting.lines], ['waiting', []])

  const work = aWorkplace()
  await readPageJob.run(work, { pageId }, signal)
  await readPageJob.run(work, { pageId }, signal)
  assert.equal(work.read.length, 1)
  assert.equal(work.read[0]?.[0].pageId, pageId)

  const row = await findReading(tables(), pageId)
  assert.equal(row?.state, 'done')
  const kept = await recognisedPage(derived, row?.derivedKey ?? '')
  assert.equal(kept && plainText(kept), 'หนังสือมอบอำนาจ')
  const { state, lines, pixels } = await openPageText(
    office.context,
    { pageId, covered: false },
    open(),
  )
  assert.deepEqual([state, lines.map(({ text }) => text)], ['done', ['หนังสือมอบอำนาจ']])
  assert.deepEqual(pixels, [1_500, 500])
  assert.deepEqual(await readingTotals(tables()), {
    pagesRead: earlier.pagesRead + 1,
    pagesWaiting: earlier.pagesWaiting - 1,
  })
})

test('a page may be read before it is filed, and is then not read a second time', async () => {
  const bytes = await aSheet('คำขอคัดสำเนา')
  const { sha256 } = await office.context.store.put([bytes], { bytes_max: bytes.length })
  const page = { sha256, pageIndex: 0, mediaType: 'image/png' }
  const work = aWorkplace()
  const early = await readingOf(work, page, signal)
  assert.equal(plainText(early), 'คำขอคัดสำเนา')

  const decodePage: Images['decodePage'] = () => assert.fail('the page is decoded again')
  const blind = { ...work, images: { ...images, decodePage } }
  assert.deepEqual(await readingOf(blind, page, signal), early)
  const pageId = await aFiledPage(bytes)
  await readPageJob.run(blind, { pageId }, signal)
  assert.equal((await findReading(tables(), pageId))?.state, 'done')
})

test('a kept reading is taken in again when its row is lost, and nothing is recognised', async () => {
  const pageId = await aFiledPage(await aSheet('ใบเสร็จรับเงิน'))
  await readPageJob.run(aWorkplace(), { pageId }, signal)
  await office.context.desk((_write, tx) =>
    tx.execute('delete from derived.page_reading where page_id = $1', [pageId]),
  )
  const work = aWorkplace()
  const decodePage: Images['decodePage'] = () => assert.fail('the page is decoded again')
  await readPageJob.run({ ...work, images: { ...images, decodePage } }, { pageId }, signal)
  assert.equal(work.read.length, 1)
  const lines = await readingLines({ read: tables(), derived }, pageId)
  assert.deepEqual(
    lines?.map(({ text }) => text),
    ['ใบเสร็จรับเงิน'],
  )
})

test('a batch tells how many of its pages are read', async () => {
  const pageIds = [await aFiledPage(await aSheet('สาม')), await aFiledPage(await aSheet('สี่'))]
  const [batchId, emptyId] = [newId(new Date()), newId(new Date())]
  await office.context.desk((_write, tx) =>
    tx.execute(
      `update record.document set batch_id = $1
       where document_id in (select document_id from record.page where page_id = any($2))`,
      [batchId, pageIds],
    ),
  )
  await readPageJob.run(aWorkplace(), { pageId: pageIds[0] ?? '' }, signal)
  const read = office.context.read<TextRecognitionTables & DocumentsTables>()
  const batches = new Map([
    [batchId, 1],
    [emptyId, 0],
  ])
  assert.deepEqual(await pagesReadOfBatches(read, [batchId, emptyId]), batches)
})

test('after a rebuild every page that is not noted is asked for once', async () => {
  const pageIds = [await aFiledPage(await aSheet('หนึ่ง')), await aFiledPage(await aSheet('สอง'))]
  await office.context.desk(async (_write, tx) => {
    await tx.execute('delete from derived.page_reading where page_id = any($1)', [pageIds])
    const missing = await readingsMissing(tx)
    assert.deepEqual(missing.map(({ pageId }) => pageId).toSorted(), pageIds.toSorted())
    assert.deepEqual(await readingsMissing(tx), [])
  })
})

test('what a far node read is made again here, and the readings are compared', async () => {
  const [far, here] = [aWorkplace('far'), aWorkplace('here')]
  const pageId = await aFiledPage(await aSheet('คำสั่งแต่งตั้ง'))
  await readPageJob.run(far, { pageId }, signal)
  const { derivedKey = '' } = (await findReading(tables(), pageId)) ?? {}
  await checkReadingJob.run(far, { pageId, derivedKey: derivedKey ?? '' }, signal)
  const checks = async () => (await progressAt(tables(), new Date())).checks
  assert.deepEqual(await checks(), [], 'nobody vouches for himself')
  await checkReadingJob.run(here, { pageId, derivedKey: derivedKey ?? '' }, signal)
  assert.deepEqual(await checks(), [{ node: 'far', checked: 1, differing: 0 }])

  const other = await aFiledPage(await aSheet('ทะเบียนลูกจ้าง'))
  const page = await findReading(tables(), other)
  const [{ sha256 = '' } = {}] = await office.context.desk((_write, tx) =>
    tx.execute<{ sha256: string }>('select sha256 from record.page where page_id = $1', [other]),
  )
  const key = (derivedKey ?? '').replace(
    /[^/]+\/[^/]+$/,
    `${sha256.slice(0, 2)}/${sha256}-0.json.gz`,
  )
  const right = await recognisedPage(derived, derivedKey ?? '')
  assert.ok(page && right)
  const nonsense = { ...right, lines: right.lines.map((line) => ({ ...line, text: 'กกกกกกก' })) }
  await derived.write(key, gzipSync(JSON.stringify(nonsense)))
  await readPageJob.run(far, { pageId: other }, signal)
  await checkReadingJob.run(here, { pageId: other, derivedKey: key }, signal)
  assert.deepEqual(await checks(), [{ node: 'far', checked: 2, differing: 1 }])
})

test('a page whose image is broken is marked as failed with the reason, and not tried again', async () => {
  const whole = await aSheet('ขาดกลางทาง')
  const pageId = await aFiledPage(whole.subarray(0, whole.length / 2))
  const work = aWorkplace()
  await readPageJob.run(work, { pageId }, signal)
  assert.deepEqual(work.read, [])
  assert.equal((await findReading(tables(), pageId))?.failure, 'platform.image_undecodable')
  assert.deepEqual(await readingStates(tables(), [pageId]), new Map([[pageId, 'failed']]))
  assert.equal(
    (await openPageText(office.context, { pageId, covered: false }, open())).state,
    'failed',
  )
})

test('a page that could not be read for want of a reader waits and is tried again', async () => {
  const pageId = await aFiledPage(await aSheet('รอคิว'))
  const busy = new Refusal(sandboxRefusals.sandbox_busy)
  const decodePage: Images['decodePage'] = () => Promise.reject(busy)
  const work = { ...aWorkplace(), images: { ...images, decodePage } }
  await assert.rejects(readPageJob.run(work, { pageId }, signal), Fault)
  assert.equal((await findReading(tables(), pageId))?.state, 'waiting')
})

test('a page nobody has filed is refused', async () => {
  const pageId = newId(new Date())
  const refused = { code: 'text-recognition.page_unknown' }
  await assert.rejects(readPageJob.run(aWorkplace(), { pageId }, signal), refused)
  await assert.rejects(openPageText(office.context, { pageId, covered: false }, open()), refused)
})

test('view and thumbnail are drawn once, however many ask at the same time', async () => {
  const bytes = await aSheet('ภาพหน้าเอกสาร')
  const { sha256 } = await office.context.store.put([bytes], { bytes_max: bytes.length })
  const page = { sha256, pageIndex: 0 }
  let drawn = 0
  const renderViews: Images['renderViews'] = (...asked) => {
    drawn++
    return images.renderViews(...asked)
  }
  const sources = { store: office.context.store, images: { ...images, renderViews }, derived }
  const views = createPageViews(sources)
  const [view, again, thumbnail] = await Promise.all([
    views.view(page),
    views.view(page),
    views.thumbnail(page),
  ])
  assert.deepEqual(again, view)
  const looks = await Promise.all([view, thumbnail].map((each) => sharp(each).metadata()))
  assert.deepEqual(
    looks.map(({ format, width }) => [format, width]),
    [
      ['webp', 1_240],
      ['webp', 180],
    ],
  )
  const later = createPageViews(sources)
  assert.deepEqual(Buffer.from(await later.view(page)), Buffer.from(view))
  await later.prepare(page)
  assert.equal(drawn, 1)

  const strip = await sharp(await views.strip(page, [0, 0.25, 1, 0.25])).metadata()
  assert.deepEqual([strip.format, strip.height], ['webp', 125])
})
