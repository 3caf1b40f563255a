import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { commands } from '../../src/app/commands/index.ts'
import { testDatabase } from '../kit/database.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

test('every path that ARCHITECTURE and CONTRIBUTING name exists', () => {
  const named = [read('ARCHITECTURE.md'), read('CONTRIBUTING.md')]
    .flatMap((text) => [
      ...text.matchAll(/`((?:src|web|test|migrations|bench|docs)(?:\/[^`{}*… ]*)?)`/g),
    ])
    .map((match) => match[1] ?? '')
  assert.ok(named.length > 20)
  assert.deepEqual(
    named.filter((path) => !existsSync(join(root, path))),
    [],
  )
})

test('decision records are numbered without gaps', () => {
  const numbers = readdirSync(join(root, 'docs/adr'))
    .map((name) => Number(name.slice(0, 4)))
    .sort((a, b) => a - b)
  assert.deepEqual(
    numbers,
    numbers.map((_, index) => index + 1),
  )
})

test('every word that names a record table is a word of the glossary', async () => {
  await using fresh = await testDatabase()
  const tables = await fresh.database.reader.execute<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'record'",
  )
  const terms = [...read('docs/glossary.md').matchAll(/^\| ([^|]+) \|/gm)].map((match) => match[1])
  const words = new Set(terms.flatMap((term) => (term ?? '').split(/[ ,]+/)))
  // Plain English beside the office's words.
  for (const plain of ['name', 'version', 'status']) words.add(plain)
  const unknown = tables.flatMap(({ name }) => name.split('_').filter((word) => !words.has(word)))
  assert.deepEqual(unknown, [])
})

test('the page of operations names every command, and the README both commands', () => {
  for (const name of Object.keys(commands)) {
    assert.match(read('docs/operations.md'), new RegExp(`\\./faem ${name}`))
  }
  assert.match(read('README.md'), /npm install && npm run try/)
  assert.match(read('README.md'), /npm test/)
})
