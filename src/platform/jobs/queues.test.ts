import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { Fault } from '#kernel'
import type { Database } from '#platform/postgres'
import { testDatabase } from '../../../test/kit/database.ts'
import { defineJob, type Job, type Jobs, startJobs } from './index.ts'

type Context = { done(kind: string, page: string): Promise<void> }

function aKind(name: string, concurrency = 1): Job<Context, { page: string }> {
  return defineJob({
    name,
    payload: z.object({ page: z.string() }),
    attempts_max: 1,
    timeout_ms: 60_000,
    concurrency,
    run: ({ done }, { page }) => done(name, page),
  })
}

const read = aKind('test.read')
const draw = aKind('test.draw')

/** Two processes' worth of workers on one database, and what is paused for both. */
type Farm = AsyncDisposable & {
  database: Database
  workers: readonly Jobs[]
  paused: Set<string>
  ran: string[]
  add(job: Job<Context, { page: string }>, pages: readonly string[]): Promise<void>
}

async function aFarm({
  count = 2,
  paused = [],
  kinds = [read, draw],
  done = async () => undefined,
}: {
  count?: number
  paused?: string[]
  kinds?: Job<Context, { page: string }>[]
  done?: Context['done']
} = {}): Promise<Farm> {
  const fresh = await testDatabase()
  const { database } = fresh
  const names = new Set(paused)
  const ran: string[] = []
  const workers: Jobs[] = []
  const context = (): Context => ({
    async done(kind, page) {
      ran.push(`${kind} ${page}`)
      await done(kind, page)
    },
  })
  for (let at = 1; at <= count; at++) {
    const options = { database, definitions: kinds, context, node: `node-${at}` }
    workers.push(await startJobs({ ...options, workers: 'all', paused: async () => [...names] }))
  }
  const [first] = workers
  assert.ok(first)
  return {
    database,
    workers,
    paused: names,
    ran,
    async add(job, pages) {
      await database.transaction(async (tx) => {
        for (const page of pages) await first.enqueue(tx, job, { page })
      })
    },
    async [Symbol.asyncDispose]() {
      for (const jobs of workers) await jobs.stop({ grace_ms: 1_000 })
      await fresh[Symbol.asyncDispose]()
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

const rested = (farm: Farm, name: string) =>
  until(() => farm.workers.every((jobs) => jobs.resting().includes(name)))

describe('a paused queue', () => {
  test('gives nothing to any of two workers, and goes on where it was when it is resumed', async () => {
    await using farm = await aFarm()
    farm.paused.add(read.name)
    await rested(farm, read.name)
    await farm.add(read, ['1', '2', '3', '4'])
    // Each of these takes a worker one look at its queue: long enough for four looks at the other.
    for (const page of ['a', 'b', 'c', 'd']) {
      await farm.add(draw, [page])
      await until(() => farm.ran.includes(`${draw.name} ${page}`))
    }
    const drawn = ['a', 'b', 'c', 'd'].map((page) => `${draw.name} ${page}`)
    assert.deepEqual(farm.ran, drawn)

    farm.paused.delete(read.name)
    await until(() => farm.ran.length === 8)
    assert.deepEqual(
      farm.ran.slice(4).sort(),
      ['1', '2', '3', '4'].map((page) => `${read.name} ${page}`),
    )
  })

  test('gives nothing to a worker that starts while it is paused', async () => {
    await using farm = await aFarm({ count: 1, paused: [read.name] })
    assert.deepEqual(farm.workers[0]?.resting(), [read.name])
    await farm.add(read, ['1'])
    await farm.add(draw, ['a', 'b'])
    await until(() => farm.ran.length === 2)
    assert.deepEqual(farm.ran, [`${draw.name} a`, `${draw.name} b`])
  })

  test('lets the job that is in hand come to its end', async () => {
    const finish = Promise.withResolvers<void>()
    await using farm = await aFarm({ count: 1, done: () => finish.promise })
    await farm.add(read, ['1', '2'])
    await until(() => farm.ran.length === 1)
    farm.paused.add(read.name)
    // It still has one in hand, so it does not rest yet.
    await delay(1_500)
    assert.deepEqual(farm.workers[0]?.resting(), [])
    finish.resolve()
    await rested(farm, read.name)
    const [depth] = (await farm.workers[0]?.queueDepth()) ?? []
    assert.deepEqual(depth, { name: read.name, waiting: 1, active: 0 })
  })

  test('resumed at once, never has more at work than may run at a time', async () => {
    const scan = aKind('test.scan', 2)
    let [running, most] = [0, 0]
    const slow = Promise.withResolvers<void>()
    await using farm = await aFarm({
      count: 1,
      kinds: [scan],
      async done(_kind, page) {
        running++
        most = Math.max(most, running)
        if (page === 'slow') await slow.promise
        running--
      },
    })
    await farm.add(scan, ['slow'])
    await until(() => farm.ran.length === 1)
    farm.paused.add(scan.name)
    await delay(1_500)
    farm.paused.delete(scan.name)
    await farm.add(scan, ['1', '2', '3', '4', '5', '6'])
    await until(() => farm.ran.length === 7)
    slow.resolve()
    assert.ok(most <= 2, `${most} ran at a time`)
  })
})

describe('how queues stand', () => {
  test('is counted by kind: waiting since when, done, and failed for good', async () => {
    await using farm = await aFarm({
      count: 1,
      paused: [draw.name],
      async done(_kind, page) {
        if (page === 'torn') throw new Fault('test.torn', 'The page is torn')
      },
    })
    const before = new Date()
    await farm.add(draw, ['a', 'b'])
    await farm.add(read, ['1', '2', '3', 'torn'])
    const [jobs] = farm.workers
    assert.ok(jobs)
    await until(async () => (await jobs.parkedJobs()).length === 1)
    await until(async () => (await jobs.queueStates(new Date()))[0]?.done === 3)
    const [reading, drawing] = await jobs.queueStates(new Date())
    assert.ok(reading)
    const { perMinute, lastFailed, ...counted } = reading
    assert.ok(lastFailed && lastFailed.getTime() > before.getTime() - 1_000)
    assert.ok(perMinute !== null && perMinute > 0)
    const none = { waiting: 0, running: 0, oldest: null }
    assert.deepEqual(counted, { ...none, name: read.name, failed: 1, done: 3 })
    assert.equal(drawing?.waiting, 2)
    assert.ok(drawing.oldest && drawing.oldest.getTime() > before.getTime() - 1_000)
    assert.deepEqual([drawing.failed, drawing.lastFailed, drawing.perMinute], [0, null, null])
  })

  test('is told with the processes that work, and those that were lost', async () => {
    await using farm = await aFarm()
    const [jobs, other] = farm.workers
    assert.ok(jobs && other)
    const onlyAdds = { definitions: [read], context: () => ({ done: async () => undefined }) }
    const adding = await startJobs({ database: farm.database, ...onlyAdds, workers: 'none' })
    await other.stop({ grace_ms: 1_000 })
    const found = await jobs.workers()
    await adding.stop()
    assert.deepEqual(
      found.map(({ node, alive, ended }) => [node, alive, ended]),
      [
        ['node-2', false, true],
        ['node-1', true, false],
      ],
    )
  })
})

describe('jobs that failed for good', () => {
  const torn = async (_kind: string, page: string) => {
    throw new Fault('test.torn', `Page ${page} is torn`)
  }

  test('are listed by kind and page by page, oldest first', async () => {
    await using farm = await aFarm({ count: 1, done: torn })
    for (const page of ['1', '2', '3']) {
      await farm.add(read, [page])
      await until(async () => (await farm.workers[0]?.parkedJobs())?.length === Number(page))
    }
    const [jobs] = farm.workers
    assert.ok(jobs)
    const first = await jobs.parkedJobs({ name: read.name, limit: 2 })
    assert.deepEqual(
      first.map(({ payload, code, attempts }) => [payload, code, attempts]),
      [
        [{ page: '1' }, 'test.torn', 1],
        [{ page: '2' }, 'test.torn', 1],
      ],
    )
    const rest = await jobs.parkedJobs({ name: read.name, after: first[1]?.id ?? '' })
    assert.deepEqual(
      rest.map(({ reason }) => reason),
      ['Page 3 is torn'],
    )
    assert.deepEqual(await jobs.parkedJobs({ name: draw.name }), [])
  })

  test('are dropped one by one, and one that was dropped can still be done', async () => {
    let healthy = false
    await using farm = await aFarm({
      count: 1,
      done: async (kind, page) => {
        if (!healthy) await torn(kind, page)
      },
    })
    await farm.add(read, ['1'])
    const [jobs] = farm.workers
    assert.ok(jobs)
    await until(async () => (await jobs.parkedJobs()).length === 1)
    const [parked] = await jobs.parkedJobs()
    assert.ok(parked)
    const drop = () => farm.database.transaction((tx) => jobs.dropParked(tx, parked))
    assert.deepEqual(await drop(), parked)
    assert.equal(await drop(), null)
    assert.deepEqual(await jobs.parkedJobs(), [])

    healthy = true
    await farm.database.transaction((tx) => jobs.enqueueAgain(tx, parked))
    await until(() => farm.ran.length === 2)
    assert.deepEqual(farm.ran, [`${read.name} 1`, `${read.name} 1`])
  })

  test('are sent back by kind, all of them, and no others', async () => {
    let healthy = false
    await using farm = await aFarm({
      count: 1,
      done: async (kind, page) => {
        if (!healthy) await torn(kind, page)
      },
    })
    await farm.add(read, ['1', '2', '3'])
    await farm.add(draw, ['a'])
    const [jobs] = farm.workers
    assert.ok(jobs)
    await until(async () => (await jobs.parkedJobs()).length === 4)
    healthy = true
    const sent = await farm.database.transaction((tx) => jobs.retryParked(tx, { name: read.name }))
    assert.equal(sent, 3)
    await until(() => farm.ran.length === 7)
    const left = await jobs.parkedJobs()
    assert.deepEqual(
      left.map(({ name }) => name),
      [draw.name],
    )
  })
})
