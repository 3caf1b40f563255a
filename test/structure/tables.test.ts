import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../kit/database.ts'

test('every table belongs to a class: record, derived, desk or secret', async () => {
  await using fresh = await testDatabase()
  const rows = await fresh.database.reader.execute<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema', 'record', 'derived', 'desk', 'secret')`,
  )
  // The migrator keeps its own two tables beside ours.
  assert.deepEqual(
    rows.filter(({ name }) => !/migration/.test(name)),
    [],
  )
  const classes = await fresh.database.reader.execute<{ name: string }>(
    `select distinct schemaname as name from pg_tables
     where schemaname in ('record', 'derived', 'desk', 'secret') order by 1`,
  )
  assert.deepEqual(
    classes.map(({ name }) => name),
    ['derived', 'desk', 'record', 'secret'],
  )
})

test('every record table has a primary key, and rows of personal matter name their office', async () => {
  await using fresh = await testDatabase()
  const rows = await fresh.database.reader.execute<{
    name: string
    keyed: boolean
    office: boolean
  }>(
    `select c.relname as name,
       exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary) as keyed,
       exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'office_id') as office
     from pg_class c where c.relnamespace = 'record'::regnamespace and c.relkind = 'r'`,
  )
  assert.ok(rows.length > 10)
  assert.deepEqual(
    rows.filter(({ keyed }) => !keyed),
    [],
  )
  const reference = [
    'checklist',
    'document_type',
    'node',
    'office',
    'person',
    'section',
    'stream',
    'stream_version',
  ]
  const nameless = rows.filter(({ name, office }) => !office && !reference.includes(name))
  assert.deepEqual(nameless, [])
})
