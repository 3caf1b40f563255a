import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { operationsTh } from '../words/operations-th.ts'
import { sayHolds, sayQueue } from './queue-words.ts'

const source = join(import.meta.dirname, '../../../src')

/** The name of every `defineJob({ name: … })` in the source. */
function jobNames(): string[] {
  return globSync('**/*.ts', { cwd: source })
    .filter((path) => !path.endsWith('.test.ts'))
    .flatMap((path) => {
      const text = readFileSync(join(source, path), 'utf8')
      return [...text.matchAll(/defineJob<[\s\S]*?>\(\{\s*name: '([^']+)'/g)].map(
        ([, name = '']) => name,
      )
    })
}

test('every queue has a name and says what does not happen while it rests', () => {
  const words = new Map<string, string>(Object.entries(operationsTh))
  const say = (key: string) => words.get(key) ?? key
  const names = jobNames()
  assert.ok(names.length > 8)
  for (const name of names) {
    assert.match(sayQueue(name, say), /[\u0E00-\u0E7F]/, name)
    assert.match(sayHolds(name, say), /[\u0E00-\u0E7F]/, name)
  }
  const told = [...words.keys()].filter((key) => key.startsWith('queue.'))
  assert.deepEqual(told.map((key) => key.slice('queue.'.length)).sort(), names.sort())
})

test('a queue that is newer than the words goes by its own name', () => {
  assert.equal(
    sayQueue('test.tomorrow', (key) => key),
    'test.tomorrow',
  )
})
