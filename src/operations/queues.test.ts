import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { Fault, newId } from '#kernel'
import { defineJob, type Jobs, startJobs } from '#platform/jobs'
import type { Context } from '#record'
import { type TestOffice, testOffice } from '../../test/kit/office.ts'
import { dropJob, redoJob } from './drop-job.ts'
import { listFailedJobs, listQueueActs, listQueues } from './list-queues.ts'
import { pauseQueue, resumeQueue } from './pause-queue.ts'
import { retryJobs } from './retry-jobs.ts'
import { pausedQueues } from './store.ts'
import type { OperationsTables } from './tables.ts'

type Work = { read(page: string): Promise<void> }

const payload = z.object({ page: z.string() })
const kind = (name: string) =>
  defineJob<Work, z.infer<typeof payload>>({
    name,
    payload,
    attempts_max: 1,
    timeout_ms: 60_000,
    run: ({ read }, { page }) => read(page),
  })
const readPage = kind('test.read-page')
const other = kind('test.other')
const name = readPage.name

/** An office whose two workers read pages, and an administrator. */
type Farm = AsyncDisposable & {
  office: TestOffice
  administrator: Context
  workers: readonly [Jobs, Jobs]
  /** Pages read, in order. */
  read: string[]
  /** Pages that cannot be read as yet. */
  torn: Set<string>
  add(pages: readonly string[], job?: typeof readPage): Promise<void>
}

async function aFarm(): Promise<Farm> {
  const office = await testOffice({ projections: [] })
  const { database } = office.powers
  const [read, torn]: [string[], Set<string>] = [[], new Set()]
  const context = (): Work => ({
    async read(page) {
      if (torn.has(page)) throw new Fault('test.torn', `Page ${page} is torn`)
      read.push(page)
    },
  })
  const start = (node: string) =>
    startJobs({
      ...{ database, definitions: [readPage, other], context, workers: 'all', node },
      paused: () => pausedQueues(database.reader.tables<OperationsTables>()),
    })
  const workers = [await start('one'), await start('two')] as const
  return {
    office,
    administrator: office.contextFor({ name: 'ธนา ตัวอย่าง', role: 'administrator' }, ['6000']),
    workers,
    read,
    torn,
    async add(pages, job = readPage) {
      await database.transaction(async (tx) => {
        for (const page of pages) await workers[0].enqueue(tx, job, { page })
      })
    },
    async [Symbol.asyncDispose]() {
      for (const jobs of workers) await jobs.stop({ grace_ms: 1_000 })
      await office[Symbol.asyncDispose]()
    },
  }
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (await holds()) return
    await delay(50)
  }
  throw new Error('it did not happen in 30 s')
}

const anId = () => newId(new Date())

async function queueOf({ administrator, workers: [jobs] }: Farm) {
  const { queues } = await listQueues(administrator, jobs)
  const found = queues.find((queue) => queue.name === name)
  assert.ok(found)
  return found
}

describe('an administrator', () => {
  test('pauses a queue on both machines, says why, and resumes it', async () => {
    await using farm = await aFarm()
    const { administrator, workers, read } = farm
    const [jobs] = workers
    const reason = 'รอเครื่องใหม่'
    const act = await pauseQueue(administrator, jobs, { id: anId(), name, reason })
    await until(() => workers.every((each) => each.resting().includes(name)))
    await farm.add(['1', '2', '3'])
    // Four looks of the workers at another queue, one after the other: they looked at this one as often.
    for (const page of ['a', 'b', 'c', 'd']) {
      await farm.add([page], other)
      await until(() => read.includes(page))
    }
    assert.deepEqual(read, ['a', 'b', 'c', 'd'])
    const paused = await queueOf(farm)
    assert.equal(paused.condition, 'paused')
    assert.equal(paused.waiting, 3)
    assert.equal(paused.endsAt, null)
    assert.deepEqual(paused.paused, { at: act.at, personName: 'ธนา ตัวอย่าง', reason })

    await resumeQueue(administrator, jobs, { id: anId(), name })
    await until(() => read.length === 7)
    assert.equal((await queueOf(farm)).paused, null)
    const { acts } = await listQueueActs(administrator, name)
    assert.deepEqual(
      acts.map(({ act: what, reason: why }) => [what, why]),
      [
        ['resume', null],
        ['pause', reason],
      ],
    )
  })

  test('is told when the queue is paused already, is not paused, or does not exist', async () => {
    await using farm = await aFarm()
    const { administrator: context, workers } = farm
    const [jobs] = workers
    const pause = () => pauseQueue(context, jobs, { id: anId(), name, reason: 'ทดสอบ' })
    await assert.rejects(resumeQueue(context, jobs, { id: anId(), name }), {
      code: 'operations.not_paused',
    })
    await pause()
    await assert.rejects(pause(), { code: 'operations.paused_already' })
    const unknown = { id: anId(), name: 'test.nothing', reason: 'ทดสอบ' }
    await assert.rejects(pauseQueue(context, jobs, unknown), { code: 'operations.queue_unknown' })
    // What was refused is no act.
    assert.equal((await listQueueActs(context, name)).acts.length, 1)
  })

  test('who sends the same act twice acts once', async () => {
    await using farm = await aFarm()
    const { administrator, workers } = farm
    const [jobs] = workers
    const asked = { id: anId(), name, reason: 'ทดสอบ' }
    const first = await pauseQueue(administrator, jobs, asked)
    await resumeQueue(administrator, jobs, { id: anId(), name })
    assert.deepEqual(await pauseQueue(administrator, jobs, asked), first)
    assert.equal((await queueOf(farm)).paused, null)
  })

  test('sees why a job failed, sends it back, and it is done', async () => {
    await using farm = await aFarm()
    const { administrator, workers, torn, read } = farm
    const [jobs] = workers
    torn.add('2').add('3')
    await farm.add(['1', '2', '3'])
    await until(async () => (await queueOf(farm)).failed === 2)
    const failed = await listFailedJobs(administrator, jobs, { name })
    const second = failed.jobs.find(({ payload }) => payload['page'] === '2')
    assert.ok(second)
    assert.deepEqual([second.code, second.message], ['test.torn', 'Page 2 is torn'])
    assert.equal(failed.next, null)

    torn.clear()
    const one = await retryJobs(administrator, jobs, { id: anId(), name, jobId: second.jobId })
    assert.equal(one.jobs, 1)
    await until(() => read.includes('2'))
    assert.equal((await queueOf(farm)).failed, 1)
    await assert.rejects(
      retryJobs(administrator, jobs, { id: anId(), name, jobId: second.jobId }),
      { code: 'operations.job_gone' },
    )
    const all = await retryJobs(administrator, jobs, { id: anId(), name })
    assert.equal(all.jobs, 1)
    await until(() => read.includes('3'))
    assert.equal((await queueOf(farm)).failed, 0)
  })

  test('gives a job up for a reason, and has it done after all, once', async () => {
    await using farm = await aFarm()
    const { administrator, workers, torn, read } = farm
    const [jobs] = workers
    torn.add('7')
    await farm.add(['7'])
    await until(async () => (await queueOf(farm)).failed === 1)
    const [job] = (await listFailedJobs(administrator, jobs, { name })).jobs
    assert.ok(job)
    const asked = { id: anId(), name, jobId: job.jobId, reason: 'หน้าซ้ำ' }
    const dropped = await dropJob(administrator, jobs, asked)
    assert.equal((await queueOf(farm)).failed, 0)
    assert.deepEqual(dropped.dropped, {
      payload: { page: '7' },
      code: 'test.torn',
      message: 'Page 7 is torn',
    })
    torn.clear()
    const again = () => redoJob(administrator, jobs, { id: anId(), actId: dropped.actId })
    await again()
    await until(() => read.includes('7'))
    await assert.rejects(again(), { code: 'operations.redone_already' })
    const { acts } = await listQueueActs(administrator, name)
    assert.deepEqual(
      acts.map(({ act, redone }) => [act, redone]),
      [
        ['redo', false],
        ['drop', true],
      ],
    )
  })
})
