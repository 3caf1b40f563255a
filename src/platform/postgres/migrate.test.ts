import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { Client } from 'pg'
import { testDatabase } from '../../../test/kit/database.ts'
import { connect, type Database, migrate, withDatabase } from './index.ts'

type Fixture = AsyncDisposable & {
  database: Database
  folder: string
  add(name: string, text: string): Promise<void>
}

/** An empty database, without the migrations of the project, and an empty folder. */
async function anEmptyDatabase(): Promise<Fixture> {
  const fresh = await testDatabase()
  const [row] = await fresh.database.reader.execute<{ name: string }>(
    `select current_database() || '_empty' as name`,
  )
  const name = String(row?.name)
  const command = async (text: string) => {
    const client = new Client(fresh.url)
    await client.connect()
    await client.query(text)
    await client.end()
  }
  await command(`create database ${name}`)
  const database = connect(withDatabase(fresh.database.settings, name))
  const folder = await mkdtemp(join(tmpdir(), 'faem-migrations-'))
  return {
    database,
    folder,
    add: (file, text) => writeFile(join(folder, file), text),
    async [Symbol.asyncDispose]() {
      await database.close()
      await command(`drop database ${name} with (force)`)
      await rm(folder, { recursive: true })
      await fresh[Symbol.asyncDispose]()
    },
  }
}

test('migrations run in the order of their numbers, each once', async () => {
  await using fixture = await anEmptyDatabase()
  const { database, folder, add } = fixture
  await add('0002-second.sql', 'insert into place values (2);')
  await add('0001-first.sql', 'create table place (n int); insert into place values (1);')
  assert.deepEqual(await migrate(database, folder), ['0001-first', '0002-second'])
  assert.deepEqual(await migrate(database, folder), [])
  await add('0003-third.sql', 'insert into place select max(n) + 1 from place;')
  assert.deepEqual(await migrate(database, folder), ['0003-third'])
  assert.deepEqual(await database.reader.execute('select n from place order by n'), [
    { n: 1 },
    { n: 2 },
    { n: 3 },
  ])
})

test('a failing migration names its file and leaves nothing of itself', async () => {
  await using fixture = await anEmptyDatabase()
  const { database, folder, add } = fixture
  await add('0001-first.sql', 'create table place (n int);')
  await migrate(database, folder)
  await add('0002-broken.sql', 'insert into place values (1); select 1 / 0;')
  await assert.rejects(migrate(database, folder), {
    code: 'platform.migration_failed',
    message: /0002-broken.*division by zero/,
  })
  assert.deepEqual(await database.reader.execute('select n from place'), [])
  await add('0002-broken.sql', 'insert into place values (1);')
  assert.deepEqual(await migrate(database, folder), ['0002-broken'])
})

test('a file that says so runs outside a transaction, between its neighbours', async () => {
  await using fixture = await anEmptyDatabase()
  const { database, folder, add } = fixture
  await add('0001-first.sql', 'create table place (n int);')
  await add('0002-index.sql', '-- no transaction\ncreate index concurrently place_n on place (n);')
  await add('0003-last.sql', 'drop index place_n;')
  assert.equal((await migrate(database, folder)).length, 3)
})

test('several processes that migrate at once apply each file once', async () => {
  await using fixture = await anEmptyDatabase()
  const { database, folder, add } = fixture
  await add('0001-first.sql', 'create table place (n int); insert into place values (1);')
  // A waiting process must not hold a snapshot: the index would wait for it, and it for the index.
  const index = (n: number) =>
    `-- no transaction\ncreate index concurrently place_${n} on place (n);`
  for (const n of [2, 3, 4, 5]) await add(`000${n}-index.sql`, index(n))
  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(database, folder)))
  assert.deepEqual(applied.map((names) => names.length).sort(), [0, 0, 0, 5])
  assert.deepEqual(await database.reader.execute('select n from place'), [{ n: 1 }])
})

test('a misnamed file and a number used twice are refused', async () => {
  await using fixture = await anEmptyDatabase()
  const { database, folder, add } = fixture
  await add('1-first.sql', 'select 1;')
  await assert.rejects(migrate(database, folder), { code: 'platform.migration_misnamed' })
  await rm(join(folder, '1-first.sql'))
  await add('0001-first.sql', 'select 1;')
  await add('0001-other.sql', 'select 1;')
  await assert.rejects(migrate(database, folder), { code: 'platform.migration_misnamed' })
})

test("the project's own migrations make the four classes of tables", async () => {
  await using fresh = await testDatabase()
  const schemas = await fresh.database.reader.execute<{ name: string; class: string | null }>(
    `select nspname as name, obj_description(oid, 'pg_namespace') as class from pg_namespace
     where nspname in ('record', 'derived', 'desk', 'secret')`,
  )
  assert.equal(schemas.length, 4)
  assert.ok(schemas.every((schema) => schema.class))
  await fresh.database.reader.execute(`select similarity('บริษัท ตัวอย่าง', 'บริษัท ตัวยาง')`)
})
