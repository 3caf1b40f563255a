import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Bug } from '#kernel'
import { testDatabase } from '../../../test/kit/database.ts'
import type { Database, Tx } from './index.ts'

type Tables = { 'desk.note': { id: number; body: unknown; writtenAt: Date; pageCount: number } }

async function withNotes() {
  const fresh = await testDatabase()
  await fresh.database.transaction((tx) =>
    tx.execute(`create table desk.note (id int primary key, body jsonb not null default '{}',
      written_at timestamptz not null default now(), page_count int8 not null default 0)`),
  )
  return fresh
}

async function countNotes(database: Database): Promise<number> {
  const [row] = await database.reader.execute<{ n: number }>('select count(*) as n from desk.note')
  return row?.n ?? -1
}

/** What the server tells a session that somebody else ended. */
async function endMySession(tx: Tx, database: Database): Promise<void> {
  const [row] = await tx.execute<{ pid: number }>('select pg_backend_pid() as pid')
  await database.transaction((other) =>
    other.execute('select pg_terminate_backend($1)', [row?.pid]),
  )
  await tx.execute('select 1')
}

test('what a transaction wrote is there after it, and nothing is when it threw', async () => {
  await using fresh = await withNotes()
  const { database } = fresh
  await database.transaction((tx) => tx.execute('insert into desk.note values (1)'))
  await assert.rejects(
    database.transaction(async (tx) => {
      await tx.execute('insert into desk.note values (2)')
      throw new Error('no')
    }),
    { message: 'no' },
  )
  assert.equal(await countNotes(database), 1)
})

test('two transactions that lock each other both succeed: one is done again', async () => {
  await using fresh = await withNotes()
  const { database } = fresh
  await database.transaction((tx) => tx.execute('insert into desk.note values (1), (2)'))
  let arrived = 0
  const both = Promise.withResolvers<void>()
  const crossing = (first: number, second: number) =>
    database.transaction(async (tx) => {
      const add = 'update desk.note set page_count = page_count + 1 where id = $1'
      await tx.execute(add, [first])
      if (++arrived === 2) both.resolve()
      await both.promise
      await tx.execute(add, [second])
    })
  await Promise.all([crossing(1, 2), crossing(2, 1)])
  assert.equal(arrived, 3)
  const counts = await database.reader.execute('select page_count from desk.note order by id')
  assert.deepEqual(counts, [{ page_count: 2 }, { page_count: 2 }])
})

test('work whose connection is lost is done again from the start', async () => {
  await using fresh = await withNotes()
  const { database } = fresh
  let attempts = 0
  await database.transaction(async (tx) => {
    attempts++
    await tx.execute('insert into desk.note values ($1)', [attempts])
    if (attempts === 1) await endMySession(tx, database)
  })
  assert.equal(attempts, 2)
  const ids = await database.reader.execute('select id from desk.note')
  assert.deepEqual(ids, [{ id: 2 }])
})

test('a conflict that comes back each time ends in a Fault, after the attempts named', async () => {
  await using fresh = await withNotes()
  let attempts = 0
  const working = fresh.database.transaction(
    async (tx) => {
      attempts++
      await tx.execute(`do $$ begin raise exception using errcode = '40001'; end $$`)
    },
    { attempts_max: 3 },
  )
  await assert.rejects(working, { code: 'platform.database_contended' })
  assert.equal(attempts, 3)
})

test('an error of the work itself is thrown as it is and not tried again', async () => {
  await using fresh = await withNotes()
  let attempts = 0
  const working = fresh.database.transaction(async (tx) => {
    attempts++
    await tx.execute('insert into desk.note values (1), (1)')
  })
  await assert.rejects(working, { code: '23505' })
  assert.equal(attempts, 1)
})

test('work that catches a database error and goes on does not pass for saved', async () => {
  await using fresh = await withNotes()
  const working = fresh.database.transaction(async (tx) => {
    await tx.execute('insert into desk.note values (1)')
    await tx.execute('select 1 / 0').catch(() => undefined)
  })
  await assert.rejects(working, Bug)
  assert.equal(await countNotes(fresh.database), 0)
})

test('a transaction kept past its end is refused', async () => {
  await using fresh = await withNotes()
  const kept = await fresh.database.transaction(async (tx) => ({ tx }))
  await assert.rejects(kept.tx.execute('insert into desk.note values (1)'), Bug)
})

/** Cuts the connection while COMMIT runs: a deferred trigger ends its own session. */
async function cutInCommit(database: Database): Promise<void> {
  await database.transaction((tx) =>
    tx.execute(`create function desk.cut() returns trigger language plpgsql as $$
      begin
        if new.id = 1 then perform pg_terminate_backend(pg_backend_pid()); end if;
        return null;
      end $$`),
  )
  await database.transaction((tx) =>
    tx.execute(`create constraint trigger cut after insert on desk.note
      deferrable initially deferred for each row execute function desk.cut()`),
  )
}

test('a COMMIT that is cut off is unknown, and the work is not done again blindly', async () => {
  await using fresh = await withNotes()
  await cutInCommit(fresh.database)
  let attempts = 0
  const working = fresh.database.transaction(async (tx) => {
    attempts++
    await tx.execute('insert into desk.note values ($1)', [attempts])
  })
  await assert.rejects(working, { code: 'platform.commit_unknown' })
  assert.equal(attempts, 1)
})

test('after an unknown COMMIT the work found in the database is the answer', async () => {
  await using fresh = await withNotes()
  await cutInCommit(fresh.database)
  let attempts = 0
  const answer = await fresh.database.transaction(
    async (tx) => {
      attempts++
      await tx.execute('insert into desk.note values ($1)', [attempts])
      return 'written'
    },
    { settled: async () => 'found' },
  )
  assert.equal(answer, 'found')
  assert.equal(attempts, 1)
})

test('after an unknown COMMIT work that is not in the database is done again', async () => {
  await using fresh = await withNotes()
  await cutInCommit(fresh.database)
  let attempts = 0
  const answer = await fresh.database.transaction(
    async (tx) => {
      attempts++
      await tx.execute('insert into desk.note values ($1)', [attempts])
      return 'written'
    },
    { settled: async () => null },
  )
  assert.equal(answer, 'written')
  assert.equal(attempts, 2)
  assert.equal(await countNotes(fresh.database), 1)
})

test('a COMMIT refused by a deferred constraint is certain: nothing was saved', async () => {
  await using fresh = await withNotes()
  const { database } = fresh
  await database.transaction((tx) =>
    tx.execute('alter table desk.note add unique (page_count) deferrable initially deferred'),
  )
  const working = database.transaction((tx) => tx.execute('insert into desk.note values (1), (2)'))
  await assert.rejects(working, { code: '23505' })
  assert.equal(await countNotes(database), 0)
})

test('tables are typed in camelCase, and what is inside jsonb keeps its names', async () => {
  await using fresh = await withNotes()
  const { database } = fresh
  const body = { page_no: 1, lines: ['ก', 'ข'] }
  const writtenAt = new Date('2020-03-12T03:07:41.512Z')
  await database.transaction((tx) =>
    tx
      .tables<Tables>()
      .insertInto('desk.note')
      .values({ id: 1, body, writtenAt, pageCount: 5 })
      .execute(),
  )
  const note = await database.reader
    .tables<Tables>()
    .selectFrom('desk.note')
    .selectAll()
    .where('desk.note.pageCount', '=', 5)
    .executeTakeFirstOrThrow()
  assert.deepEqual(note, { id: 1, body, writtenAt, pageCount: 5 })
})
