import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const web = join(import.meta.dirname, '../../web/src')
const widgets = readdirSync(join(web, 'widgets')).filter((file) => file.endsWith('.tsx'))

/** The widgets that a source text imports, also those fetched later. */
function imported(source: string): string[] {
  const paths = source.matchAll(/(?:from |import\()'[./]+(?:widgets\/)?([\w-]+\.tsx)'/g)
  return [...paths].flatMap(([, file]) => (file && widgets.includes(file) ? [file] : []))
}

/** The widgets that stand in `sources`, themselves or as a part of one that does. */
function shown(sources: readonly string[]): Set<string> {
  const seen = new Set<string>()
  const waiting = sources.flatMap(imported)
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    waiting.push(...imported(readFileSync(join(web, 'widgets', file), 'utf8')))
  }
  return seen
}

test('every widget stands in the gallery, where its states are looked at', () => {
  const sources = readdirSync(join(web, 'gallery')).map((file) =>
    readFileSync(join(web, 'gallery', file), 'utf8'),
  )
  assert.ok(widgets.length > 20)
  const standing = shown(sources)
  assert.deepEqual(
    widgets.filter((file) => !standing.has(file)),
    [],
  )
})

test('a widget that nobody shows is missed', () => {
  assert.deepEqual([...shown(["import { Menu } from '../widgets/menu.tsx'"])].sort(), [
    'button.tsx',
    'floating-menu.tsx',
    'menu.tsx',
    'opener.tsx',
  ])
})
