import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { testDatabase } from '../../../test/kit/database.ts'
import { bulkLimits } from './bulk-insert.ts'
import { bulkInsert } from './index.ts'

test('more rows than one chunk holds all arrive, from a source that is read as it goes', async () => {
  await using fresh = await testDatabase()
  const { database } = fresh
  await database.transaction((tx) => tx.execute('create table desk.row (n int)'))
  const size = bulkLimits.chunk_rows_max * 2 + 1
  async function* source() {
    for (let n = 1; n <= size; n++) yield { n }
  }
  const inserted = await database.transaction((tx) =>
    bulkInsert(tx, { table: 'desk.row', columns: { n: 'int' } }, source()),
  )
  assert.equal(inserted, size)
  const found = await database.reader.execute('select count(distinct n) as n from desk.row')
  assert.deepEqual(found, [{ n: size }])
})

test('any text comes back as it was: quotes, backslashes, controls, Thai, the word NULL', async () => {
  await using fresh = await testDatabase()
  const { database } = fresh
  await database.transaction((tx) =>
    tx.execute('create table desk.row (n int primary key, words text, list text[])'),
  )
  // PostgreSQL text holds anything but U+0000, and no half of a surrogate pair.
  const words = fc
    .oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'NULL',
        'null',
        '',
        '\\',
        '"',
        '\\n',
        '\n',
        '\t',
        '{}',
        'a,b',
        'ก่ำ',
        '\u001f',
      ),
    )
    .map((text) => text.replaceAll('\u0000', '').toWellFormed())
  const row = fc.record({ words: fc.option(words), list: fc.array(fc.option(words)) })
  const samples = fc
    .sample(row, { numRuns: 500, seed: 601000 })
    .map((sample, n) => ({ n, ...sample }))
  const columns = { n: 'int', words: 'text', list: 'text[]' }
  await database.transaction((tx) => bulkInsert(tx, { table: 'desk.row', columns }, samples))
  assert.deepEqual(await database.reader.execute('select * from desk.row order by n'), samples)
})

test('dates, instants, bytes, truth, money and objects keep their types', async () => {
  await using fresh = await testDatabase()
  const { database } = fresh
  await database.transaction((tx) =>
    tx.execute(`create table desk.row
      (day date, instant timestamptz, bytes bytea, truth boolean, money numeric, body jsonb)`),
  )
  const row = {
    day: '2005-01-04',
    instant: new Date('2020-03-12T03:07:41.512Z'),
    bytes: Buffer.from([0, 92, 255]),
    truth: false,
    money: '12.50',
    body: { name: 'ร้าน "ตัวอย่าง" \\ \n', pages: [1, 2] },
  }
  const columns = {
    day: 'date',
    instant: 'timestamptz',
    bytes: 'bytea',
    truth: 'boolean',
    money: 'numeric',
    body: 'jsonb',
  }
  await database.transaction((tx) => bulkInsert(tx, { table: 'desk.row', columns }, [row]))
  assert.deepEqual(await database.reader.execute('select * from desk.row'), [row])
})

test('rows whose key exists are left out when asked, and are an error otherwise', async () => {
  await using fresh = await testDatabase()
  const { database } = fresh
  await database.transaction((tx) => tx.execute('create table desk.row (n int primary key)'))
  const target = { table: 'desk.row', columns: { n: 'int' } }
  const insert = (onConflict?: 'skip') =>
    database.transaction((tx) =>
      bulkInsert(tx, onConflict ? { ...target, onConflict } : target, [{ n: 1 }, { n: 2 }]),
    )
  assert.equal(await insert(), 2)
  assert.equal(await insert('skip'), 0)
  await assert.rejects(insert(), { code: '23505' })
})

test('a source that fails half-way leaves nothing', async () => {
  await using fresh = await testDatabase()
  const { database } = fresh
  await database.transaction((tx) => tx.execute('create table desk.row (n int)'))
  function* source() {
    for (let n = 0; n < bulkLimits.chunk_rows_max * 1.5; n++) yield { n }
    throw new Error('the file ended in the middle')
  }
  const inserting = database.transaction((tx) =>
    bulkInsert(tx, { table: 'desk.row', columns: { n: 'int' } }, source()),
  )
  await assert.rejects(inserting, { message: 'the file ended in the middle' })
  assert.deepEqual(await database.reader.execute('select n from desk.row'), [])
})
