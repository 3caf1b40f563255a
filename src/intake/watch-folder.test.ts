import assert from 'node:assert/strict'
import { appendFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { createImages } from '#platform/images'
import { employer, type PaperOffice, paperOffice, scanned } from '../../test/kit/paper-office.ts'
import { limits } from './contract.ts'
import type { IntakeTables } from './tables.ts'
import { folderWatch } from './watch-folder.ts'

const images = createImages({ children: 1, tempDir: '/tmp/faem-watch-test' })
after(() => images.close())
const { signal } = new AbortController()

function watched(office: PaperOffice) {
  const said: string[] = []
  const log = { say: () => undefined, warn: (sentence: string) => void said.push(sentence) }
  const start = () => {
    const look = folderWatch(office.context, { folder: office.papers, officeId: '6000', log })
    return () => look(signal)
  }
  return { start, look: start(), said }
}

/** Labels of the batches that came in, each with the names of its new scans. */
async function received({ context }: PaperOffice): Promise<[string, ...string[]][]> {
  const read = context.read<IntakeTables>()
  const rows = await read
    .selectFrom('record.scan as s')
    .innerJoin('record.batch as b', 'b.batchId', 's.batchId')
    .select(['s.batchId', 'b.label', 's.name', 'b.source'])
    .where('s.duplicateOf', 'is', null)
    .orderBy('b.ticket')
    .orderBy('s.ordinal')
    .execute()
  const batches = new Map<string, [string, ...string[]]>()
  for (const { batchId, label, name, source } of rows) {
    assert.equal(source, 'watched-folder')
    const batch = batches.get(batchId) ?? [label]
    batch.push(name)
    batches.set(batchId, batch)
  }
  return [...batches.values()]
}

test('a file in the watched folder is taken when it rests, though its neighbour is still being written', async () => {
  await using office = await paperOffice(images)
  const { look } = watched(office)
  await office.put('rests.tif', 'whole')
  await office.put('grows.tif', 'begun')
  await look()
  assert.deepEqual(await received(office), [])
  await appendFile(join(office.papers, 'grows.tif'), ', goes on')
  await look()
  assert.deepEqual(await received(office), [['.', 'rests.tif']])
  await look()
  assert.deepEqual(await received(office), [
    ['.', 'rests.tif'],
    ['.', 'grows.tif'],
  ])
})

test('a folder below is one stack, taken when none of its files is being written', async () => {
  await using office = await paperOffice(images)
  const { look } = watched(office)
  await office.put('6010004128/1.tif', 'one')
  await office.put('6010004128/2.tif', 'two, half')
  await look()
  await writeFile(join(office.papers, '6010004128/2.tif'), 'two, whole now')
  await office.put('6010004128/3.tif', 'three')
  await look()
  assert.deepEqual(await received(office), [])
  await look()
  assert.deepEqual(await received(office), [['6010004128', '1.tif', '2.tif', '3.tif']])
})

test('what a scanner put into the watched folder stands in its file', async () => {
  await using office = await paperOffice(images)
  const { look } = watched(office)
  await office.put(`${employer.accountNo}-lease.png`, await scanned('lease'))
  await office.put('box/1.jpg', await scanned('id-card', { format: 'jpeg', cover: true }))
  await office.put('box/2.jpg', await scanned('id-card', { format: 'jpeg' }))
  await look()
  await look()
  await office.examine()
  const types = (await office.filed()).map(({ type }) => type)
  assert.deepEqual(types.sort(), ['id-card', 'lease'])
})

test('hidden and empty files stay out, one over the limit is told once, and the rest comes in', async () => {
  await using office = await paperOffice(images)
  const { look, said } = watched(office)
  await office.put('.hidden.tif', 'no paper')
  await office.put('.scanner/1.tif', 'no paper either')
  await office.put('empty.tif', '')
  await office.put('large.tif', 'x')
  await truncate(join(office.papers, 'large.tif'), limits.scan_bytes_max + 1)
  await office.put('paper.tif', 'paper')
  for (let looks = 0; looks < 4; looks++) await look()
  assert.deepEqual(await received(office), [['.', 'paper.tif']])
  assert.deepEqual(said, ['A file in the watched folder may not enter: intake.scan_too_large'])
})

test('the same bytes under another name, and a new start on the same folder, double nothing', async () => {
  await using office = await paperOffice(images)
  const { look, start } = watched(office)
  await office.put('one.tif', 'paper')
  await look()
  await look()
  await office.put('again.tif', 'paper')
  await rename(join(office.papers, 'one.tif'), join(office.papers, 'renamed.tif'))
  await look()
  await look()
  const lookAfterStart = start()
  await lookAfterStart()
  await lookAfterStart()
  assert.deepEqual(await received(office), [['.', 'one.tif']])
})

test('a watched folder that goes away is told once, and goes on when it is back', async () => {
  await using office = await paperOffice(images)
  const { look, said } = watched(office)
  await rm(office.papers, { recursive: true })
  for (let looks = 0; looks < 3; looks++) await look()
  assert.equal(said.length, 1)
  await office.put('paper.tif', 'paper')
  await look()
  await look()
  assert.deepEqual(await received(office), [['.', 'paper.tif']])
})
