import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Bug } from '#kernel'
import { testDatabase } from '../../../test/kit/database.ts'
import { checkServer, connect } from './index.ts'
import { whyNotServe } from './open-database.ts'

test('a reader cannot write, not even by raw SQL or inside a query', async () => {
  await using fresh = await testDatabase()
  const { reader, transaction } = fresh.database
  await transaction((tx) => tx.execute('create table desk.note (id int)'))
  const readOnly = { code: '25006' }
  await assert.rejects(reader.execute('insert into desk.note values (1)'), readOnly)
  await assert.rejects(
    reader.execute('with w as (insert into desk.note values (1) returning 1) select from w'),
    readOnly,
  )
  await assert.rejects(
    fresh.database.snapshot((read) => read.execute('drop table desk.note')),
    readOnly,
  )
  await assert.rejects(
    fresh.database.snapshot((read) => read.execute('set transaction read write')),
    { code: '25001' },
  )
})

test('all reads of a snapshot see one state of the database', async () => {
  await using fresh = await testDatabase()
  const { database } = fresh
  await database.transaction((tx) => tx.execute('create table desk.note (id int)'))
  const count = 'select count(*) as n from desk.note'
  await database.snapshot(async (read) => {
    assert.deepEqual(await read.execute(count), [{ n: 0 }])
    await database.transaction((tx) => tx.execute('insert into desk.note values (1)'))
    assert.deepEqual(await read.execute(count), [{ n: 0 }])
  })
  assert.deepEqual(await database.reader.execute(count), [{ n: 1 }])
})

test('a statement that takes longer than the time it was given is cancelled', async () => {
  await using fresh = await testDatabase()
  const waiting = fresh.database.snapshot((read) => read.execute('select pg_sleep(60)'), {
    timeout_ms: 20,
  })
  await assert.rejects(waiting, { code: '57014' })
  assert.deepEqual(await fresh.database.reader.execute('select 1 as one'), [{ one: 1 }])
})

test('values come as documented: counts as numbers, dates, money and plain times as written', async () => {
  await using fresh = await testDatabase()
  const [row] = await fresh.database.reader.execute(
    `select 9007199254740991::int8 as big, array[1, null]::int8[] as bigs,
       date '2563-03-12' as day, array[date '2020-01-01'] as days,
       1234.50::numeric as money, array[0.10]::numeric[] as monies,
       timestamp '2020-03-12 10:00' as plain, '\\x00ff'::bytea as bytes,
       timestamptz '2020-03-12 10:00+07' as instant, '{"a_b": [1]}'::jsonb as body`,
  )
  assert.deepEqual(row, {
    big: 9007199254740991,
    bigs: [1, null],
    day: '2563-03-12',
    days: ['2020-01-01'],
    money: '1234.50',
    monies: ['0.10'],
    plain: '2020-03-12 10:00:00',
    bytes: Buffer.from([0, 255]),
    instant: new Date('2020-03-12T03:00:00Z'),
    body: { a_b: [1] },
  })
})

test('an int8 too large for a number is an error, never a rounded number', async () => {
  await using fresh = await testDatabase()
  await assert.rejects(fresh.database.reader.execute('select 9007199254740993::int8'), Bug)
})

test('a server that may forget what it answered is refused, and so is an old one', () => {
  const good = {
    version: 150_000,
    encoding: 'UTF8',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
  }
  assert.equal(whyNotServe(good), null)
  assert.equal(whyNotServe({ ...good, synchronous_commit: 'remote_apply' }), null)
  const codeOf = (change: Partial<typeof good>) => whyNotServe({ ...good, ...change })?.code
  assert.equal(codeOf({ version: 140_012 }), 'platform.server_too_old')
  assert.equal(codeOf({ encoding: 'SQL_ASCII' }), 'platform.server_not_utf8')
  assert.equal(codeOf({ fsync: 'off' }), 'platform.server_not_durable')
  assert.equal(codeOf({ full_page_writes: 'off' }), 'platform.server_not_durable')
  assert.equal(codeOf({ synchronous_commit: 'local' }), 'platform.server_not_durable')
})

test('the running server passes, and a database set to synchronous_commit=off does not', async () => {
  await using fresh = await testDatabase()
  await checkServer(fresh.database)
  const [row] = await fresh.database.reader.execute<{ name: string }>(
    'select current_database() as name',
  )
  await fresh.database.transaction((tx) =>
    tx.execute(`alter database ${row?.name} set synchronous_commit = off`),
  )
  const later = connect(fresh.url)
  await assert.rejects(checkServer(later), { code: 'platform.server_not_durable' })
  await later.close()
})
