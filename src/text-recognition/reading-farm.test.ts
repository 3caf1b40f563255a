import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { newId } from '#kernel'
import { type BlobStore, openFolderStore } from '#platform/blobs'
import type { Tx } from '#platform/postgres'
import { type TestOffice, testOffice } from '../../test/kit/office.ts'
import { checkReadingJob, differenceOf, isSample } from './check-reading.ts'
import { createEnginePool } from './engine-pool.ts'
import type { Engine } from './engines/engine.ts'
import { readingFolder, readingKey, readOnce } from './kept-reading.ts'
import { isOlder, readAgainJob, readAgainLimits } from './read-again.ts'
import { progressAt } from './reading-progress.ts'
import type { ReadingWork } from './reading-work.ts'
import type { RecognisedPage } from './recognised-page.ts'
import { noteWaiting } from './store.ts'
import type { TextRecognitionTables } from './tables.ts'
import type { PageInTurn } from './turns.ts'

const signal = new AbortController().signal
let office: TestOffice
let derived: BlobStore
before(async () => {
  office = await testOffice({ projections: [] })
  derived = await openFolderStore(join(office.folder, 'derived'))
})
after(() => office[Symbol.asyncDispose]())

const tables = () => office.context.read<TextRecognitionTables>()

async function emptied<R>(work: (tx: Tx) => Promise<R>): Promise<R> {
  return await office.context.desk(async (_write, tx) => {
    await tx.execute('delete from derived.page_reading')
    return await work(tx)
  })
}

async function bring(tx: Tx, officeId: string, count: number): Promise<PageInTurn[]> {
  const pages = Array.from({ length: count }, () => ({
    pageId: newId(new Date()),
    documentId: newId(new Date()),
    officeId,
  }))
  return await noteWaiting(tx.tables<TextRecognitionTables>(), pages)
}

/** Reads the next `count` pages as the queue gives them: by priority. */
async function readNext(tx: Tx, waiting: PageInTurn[], count: number): Promise<PageInTurn[]> {
  waiting.sort((one, other) => other.priority - one.priority)
  const read = waiting.splice(0, count)
  for (const { pageId } of read) {
    await tx.execute(
      `update derived.page_reading set state = 'done', read_at = clock_timestamp() where page_id = $1`,
      [pageId],
    )
  }
  return read
}

test('an office that brings ten pages does not wait for the thousand of another', async () => {
  await emptied(async (tx) => {
    const many = await bring(tx, '1000', 1_000)
    const waiting = [...many]
    await readNext(tx, waiting, 300)
    const few = await bring(tx, '6000', 10)
    waiting.push(...few)
    const next = await readNext(tx, waiting, 22)
    const own = new Set(few.map(({ pageId }) => pageId))
    assert.equal(next.filter(({ pageId }) => own.has(pageId)).length, 10)
    // Nor does the large office stand still meanwhile.
    assert.equal(next.filter(({ pageId }) => !own.has(pageId)).length, 12)
  })
})

test('an office that brings page after page does not keep the others from being served', async () => {
  await emptied(async (tx) => {
    const large = new Set((await bring(tx, '1000', 100)).map(({ pageId }) => pageId))
    const waiting = [...large].map((pageId, turn) => ({ pageId, priority: -turn }))
    let served = 0
    for (let round = 0; round < 60; round++) {
      waiting.push(...(await bring(tx, '6000', 1)))
      const [read] = await readNext(tx, waiting, 1)
      if (read && large.has(read.pageId)) served++
    }
    assert.ok(served >= 25 && served <= 35, `${served} of 60`)
  })
})

function aReading(text: string): RecognisedPage {
  const line = { text, box: [0, 0, 1, 0.1] as [number, number, number, number], confidence: 90 }
  return {
    version: 1,
    engine: 'test',
    engineVersion: '2.0',
    recipe: { version: 1, dpi: 200, colourDropped: false, layout: 'lines' },
    pixels: [100, 100],
    dpi: 200,
    skewDegrees: 0,
    lines: [{ ...line, characters: [] }],
    meanConfidence: 90,
    milliseconds: 1,
  }
}

type Row = { state: 'done' | 'failed' | 'waiting'; key: string | null; version: string | null }

async function aRow(tx: Tx, { state, key, version }: Row): Promise<string> {
  const pageId = newId(new Date())
  await tx.execute(
    `insert into derived.page_reading
       (page_id, document_id, office_id, state, derived_key, engine_version, read_at, read_by)
     values ($1, $1, '6000', $2, $3, $4, now(), 'far')`,
    [pageId, state, key, version],
  )
  return pageId
}

type Queued = { name: string; payload: Record<string, unknown> }

function aWork(engine: Engine, node = 'here'): ReadingWork & { queued: Queued[] } {
  const queued: Queued[] = []
  return {
    context: office.context,
    images: undefined as unknown as ReadingWork['images'], // No test here decodes an image.
    derived,
    engine: createEnginePool(1, async () => engine),
    node,
    async enqueue(_tx, { name }, payload) {
      queued.push({ name, payload: payload as Record<string, unknown> })
      return name
    },
    onRead: async () => undefined,
    queued,
  }
}

const engine: Engine = {
  name: 'test',
  version: '2.0',
  recognise: () => assert.fail('nothing is recognised'),
  close: async () => undefined,
}

test('a campaign queues the pages that another engine read or none could, each once, step by step', async () => {
  const wanted = readingFolder(engine)
  const old = 'reading/test-1.9-1'
  const outdated = await emptied(async (tx) => {
    await aRow(tx, { state: 'done', key: `${wanted}/ab/x`, version: '2.0' })
    await aRow(tx, { state: 'waiting', key: null, version: null })
    const pages = [await aRow(tx, { state: 'failed', key: null, version: null })]
    for (let page = 0; page < readAgainLimits.pages_a_step_max; page++) {
      pages.push(await aRow(tx, { state: 'done', key: `${old}/ab/x`, version: '1.9' }))
    }
    return pages
  })
  const queued: string[] = []
  let step: Record<string, unknown> | undefined = {
    wanted,
    engineOlderThan: null,
    officeId: null,
    after: '',
  }
  let steps = 0
  while (step !== undefined) {
    const work = aWork(engine)
    await readAgainJob.run(work, step as never, signal)
    const pages = work.queued.filter(({ name }) => name === 'text-recognition.read-page')
    queued.push(...pages.map(({ payload }) => String(payload['pageId'])))
    step = work.queued.find(({ name }) => name === readAgainJob.name)?.payload
    steps++
  }
  assert.equal(steps, 2)
  assert.deepEqual(queued.toSorted(), outdated.toSorted())
})

test('a campaign may be for readings of engines older than a version only', () => {
  assert.deepEqual(
    ['5.3.0', '5.9', '5.10', '6', null].map((version) => isOlder(version, '5.10')),
    [true, true, false, false, true],
  )
})

async function aFarReading(): Promise<{ pageId: string; derivedKey: string }> {
  const page = { sha256: newId(new Date()).replaceAll('-', '').padEnd(64, '0'), pageIndex: 0 }
  const derivedKey = readingKey(engine, page)
  await readOnce(derived, derivedKey, async () => aReading('หนังสือมอบอำนาจ'))
  const pageId = await office.context.desk((_write, tx) =>
    aRow(tx, { state: 'done', key: derivedKey, version: '2.0' }),
  )
  await office.context.desk(async (_write, tx) => {
    await tx.execute(
      `insert into record.document values ($1, '6010004128', '000000', '6000', 'sps-1-01',
         'registration', null, null, null, 'A', null, 1, now(), 'สมใจ ตัวอย่าง', 1)`,
      [pageId],
    )
    await tx.execute(
      `insert into record.page values ($1, $1, '6000', 1, null, $2, 0, 100, 100, 200, 8, 'image/png', 1)`,
      [pageId, page.sha256],
    )
  })
  return { pageId, derivedKey }
}

test('a reading that this node made itself is not checked by it', async () => {
  const reading = await aFarReading()
  await checkReadingJob.run(aWork(engine, 'far'), reading, signal)
  const { checks } = await progressAt(tables(), new Date())
  assert.deepEqual(checks, [])
})

test('one page in two hundred is a sample', () => {
  const samples = Array.from({ length: 20_000 }, () => newId(new Date())).filter(isSample)
  assert.ok(samples.length > 50 && samples.length < 160, `${samples.length} of 20,000`)
})

test('the difference of two readings is the share of letters that would have to be changed', () => {
  assert.equal(differenceOf('สืบค้น', 'สืบค้น'), 0)
  assert.equal(differenceOf('สืบค้น', 'สืบคัน'), 1 / 6)
  assert.equal(differenceOf('', 'ก'), 1)
})

test('the pace of the last minutes tells when the waiting pages will be read', async () => {
  const now = new Date('2020-03-12T03:10:00Z')
  await emptied(async (tx) => {
    await bring(tx, '6000', 60)
    for (let page = 0; page < 20; page++) {
      const pageId = await aRow(tx, { state: 'done', key: 'x', version: '2.0' })
      const at = new Date(now.getTime() - (20 - page) * 15_000)
      await tx.execute('update derived.page_reading set read_at = $2 where page_id = $1', [
        pageId,
        at,
      ])
    }
  })
  const { waiting, pagesPerMinute, endsAt, readers } = await progressAt(tables(), now)
  assert.deepEqual({ waiting, pagesPerMinute }, { waiting: 60, pagesPerMinute: 4 })
  assert.equal(endsAt, '2020-03-12T03:25:00.000Z')
  assert.deepEqual(readers, [{ node: 'far', pages: 20 }])
  const idle = await progressAt(tables(), new Date('2020-03-13T03:10:00Z'))
  assert.deepEqual([idle.pagesPerMinute, idle.endsAt], [0, null])
})
