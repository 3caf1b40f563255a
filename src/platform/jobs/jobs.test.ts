import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { Bug, Fault } from '#kernel'
import type { Database } from '#platform/postgres'
import { testDatabase } from '../../../test/kit/database.ts'
import { defineJob, type Job, type Jobs, startJobs } from './index.ts'

type Context = { seen(documentId: string, signal: AbortSignal): Promise<void> }

const payload = z.object({ documentId: z.string() })
const recognize = defineJob<Context, z.infer<typeof payload>>({
  name: 'text-recognition.recognize',
  payload,
  attempts_max: 3,
  timeout_ms: 60_000,
  retry_delay_ms: 0,
  run: (context, { documentId }, signal) => context.seen(documentId, signal),
})

type Office = AsyncDisposable & { database: Database; jobs: Jobs }

/** A fresh database with running workers. */
async function anOffice(
  seen: Context['seen'],
  workers: 'all' | 'none' = 'all',
  definitions: readonly Job<Context, unknown>[] = [recognize],
): Promise<Office> {
  const fresh = await testDatabase()
  const { database } = fresh
  const jobs = await startJobs({ database, definitions, context: () => ({ seen }), workers })
  return {
    database,
    jobs,
    async [Symbol.asyncDispose]() {
      await jobs.stop({ grace_ms: 1_000 })
      await fresh[Symbol.asyncDispose]()
    },
  }
}

/** Waits for what the queue does after a handler has returned. */
async function eventually<R>(look: () => Promise<R | undefined>): Promise<R> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const found = await look()
    if (found !== undefined) return found
    await delay(50)
  }
  throw new Error('it did not happen in 30 s')
}

test('a job added in a transaction runs after the commit, with its payload', async () => {
  const { promise, resolve } = Promise.withResolvers<string>()
  await using office = await anOffice(async (documentId) => resolve(documentId))
  const id = await office.database.transaction((tx) =>
    office.jobs.enqueue(tx, recognize, { documentId: 'd-1' }),
  )
  assert.ok(id)
  assert.equal(await promise, 'd-1')
})

test('a job added in a transaction that is rolled back never existed', async () => {
  await using office = await anOffice(async () => undefined, 'none')
  const refused = new Error('refused')
  await assert.rejects(
    office.database.transaction(async (tx) => {
      await office.jobs.enqueue(tx, recognize, { documentId: 'd-1' })
      throw refused
    }),
    refused,
  )
  assert.deepEqual(await office.jobs.queueDepth(), [])
})

test('a Fault is tried again with a new context until it succeeds', async () => {
  const attempts: string[] = []
  const { promise, resolve } = Promise.withResolvers<void>()
  await using office = await anOffice(async (documentId) => {
    attempts.push(documentId)
    if (attempts.length < 3) throw new Fault('test.disk', 'The disk was away')
    resolve()
  })
  await office.database.transaction((tx) =>
    office.jobs.enqueue(tx, recognize, { documentId: 'd-1' }),
  )
  await promise
  assert.deepEqual(attempts, ['d-1', 'd-1', 'd-1'])
  assert.deepEqual(await office.jobs.parkedJobs(), [])
})

test('after its last attempt a job is parked with the reason, and runs again when sent back', async () => {
  let healthy = false
  const { promise, resolve } = Promise.withResolvers<string>()
  await using office = await anOffice(async (documentId) => {
    if (!healthy) throw new Fault('test.disk', 'The disk was away')
    resolve(documentId)
  })
  await office.database.transaction((tx) =>
    office.jobs.enqueue(tx, recognize, { documentId: 'd-7' }),
  )
  const parked = await eventually(async () => (await office.jobs.parkedJobs())[0])
  assert.equal(parked.name, recognize.name)
  assert.deepEqual(parked.payload, { documentId: 'd-7' })
  assert.equal(parked.reason, 'The disk was away')
  assert.equal(parked.code, 'test.disk')
  assert.deepEqual(await office.jobs.queueDepth(), [])

  healthy = true
  const { database, jobs } = office
  const sent = await database.transaction((tx) => jobs.retryParked(tx, parked))
  assert.equal(sent, 1)
  assert.equal(await promise, 'd-7')
  assert.deepEqual(await office.jobs.parkedJobs(), [])
})

test('a Bug parks its job at the first attempt', async () => {
  let attempts = 0
  await using office = await anOffice(async () => {
    attempts++
    throw new Bug('Assertion failed: something')
  })
  await office.database.transaction((tx) =>
    office.jobs.enqueue(tx, recognize, { documentId: 'd-1' }),
  )
  await eventually(async () => (await office.jobs.parkedJobs())[0])
  assert.equal(attempts, 1)
})

test('while a job of the same key waits, another is not added', async () => {
  await using office = await anOffice(async () => undefined, 'none')
  const add = (singletonKey: string) =>
    office.database.transaction((tx) =>
      office.jobs.enqueue(tx, recognize, { documentId: 'd-1' }, { singletonKey }),
    )
  assert.ok(await add('d-1'))
  assert.equal(await add('d-1'), null)
  assert.ok(await add('d-2'))
  const [depth] = await office.jobs.queueDepth()
  assert.deepEqual(depth, { name: recognize.name, waiting: 2, active: 0 })
})

test('cancelling by key ends the waiting jobs of that key and no others', async () => {
  await using office = await anOffice(async () => undefined, 'none')
  for (const key of ['a', 'b'])
    await office.database.transaction((tx) =>
      office.jobs.enqueue(tx, recognize, { documentId: key }, { singletonKey: key }),
    )
  assert.equal(await office.jobs.cancel(recognize, 'a'), 1)
  assert.equal(await office.jobs.cancel(recognize, 'a'), 0)
  assert.deepEqual(await office.jobs.queueDepth(), [
    { name: recognize.name, waiting: 1, active: 0 },
  ])
})

test('a running job that is cancelled hears its signal and is not tried again', async () => {
  const started = Promise.withResolvers<void>()
  const heard = Promise.withResolvers<void>()
  await using office = await anOffice(async (_, signal) => {
    started.resolve()
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
    heard.resolve()
    throw signal.reason
  })
  await office.database.transaction((tx) =>
    office.jobs.enqueue(tx, recognize, { documentId: 'd-1' }, { singletonKey: 'd-1' }),
  )
  await started.promise
  assert.equal(await office.jobs.cancel(recognize, 'd-1'), 1)
  await heard.promise
  assert.deepEqual(await office.jobs.queueDepth(), [])
  assert.deepEqual(await office.jobs.parkedJobs(), [])
})

test('stopping waits for the job that runs', async () => {
  const started = Promise.withResolvers<void>()
  const finish = Promise.withResolvers<void>()
  let finished = false
  const fresh = await testDatabase()
  const jobs = await startJobs({
    database: fresh.database,
    definitions: [recognize],
    workers: 'all',
    context: (): Context => ({
      async seen() {
        started.resolve()
        await finish.promise
        finished = true
      },
    }),
  })
  await fresh.database.transaction((tx) => jobs.enqueue(tx, recognize, { documentId: 'd-1' }))
  await started.promise
  const stopped = jobs.stop()
  finish.resolve()
  await stopped
  assert.equal(finished, true)
  await fresh[Symbol.asyncDispose]()
})

test('two handlers for one name do not start', async () => {
  await using fresh = await testDatabase()
  const starting = startJobs({
    database: fresh.database,
    definitions: [recognize, recognize],
    context: (): Context => ({ seen: async () => undefined }),
    workers: 'none',
  })
  await assert.rejects(starting, { code: 'platform.job_defined_twice' })
})

test('a queue with jobs that nobody would run does not start', async () => {
  await using office = await anOffice(async () => undefined, 'none')
  await office.database.transaction((tx) =>
    office.jobs.enqueue(tx, recognize, { documentId: 'd-1' }),
  )
  const starting = startJobs({
    database: office.database,
    definitions: [],
    context: () => undefined,
    workers: 'all',
  })
  await assert.rejects(starting, { code: 'platform.job_without_handler' })
})

test('a payload of the wrong shape is our mistake and is not enqueued', async () => {
  await using office = await anOffice(async () => undefined, 'none')
  const wrong = { documentId: 7 as unknown as string } // What the compiler would forbid.
  await assert.rejects(
    office.database.transaction((tx) => office.jobs.enqueue(tx, recognize, wrong)),
    Bug,
  )
})
