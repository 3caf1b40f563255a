import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '../..')

/** The table of ARCHITECTURE.md: a module imports what stands in a later row, nothing beside or before. */
function layerTable(): string[][] {
  const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
  const block = /```layers\n([\s\S]*?)```/.exec(text)?.[1]
  assert.ok(block, 'ARCHITECTURE.md has its layer table')
  return block.split('>').map((row) =>
    row
      .replaceAll(/[{}\n]/g, ' ')
      .split(' ')
      .filter(Boolean),
  )
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('node_modules') && !path.includes('/dist/'))
}

function importsOf(path: string): string[] {
  const text = readFileSync(path, 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '')
}

const layers = layerTable()
const layerOf = (module: string) => layers.findIndex((row) => row.includes(module))
const files = sourceFiles(join(root, 'src'))
const isTest = (path: string) => path.endsWith('.test.ts')

test('there is something to check: every module of src stands in the layer table once', () => {
  const modules = readdirSync(join(root, 'src'))
  assert.ok(files.length > 100)
  for (const module of modules) {
    assert.equal(layers.flat().filter((name) => name === module).length, 1, module)
  }
})

test('a module imports only modules of lower layers, through their front doors', () => {
  const wrong: string[] = []
  for (const path of files.filter((file) => !isTest(file))) {
    const module = relative(join(root, 'src'), path).split('/')[0] ?? ''
    for (const imported of importsOf(path)) {
      if (!imported.startsWith('#')) continue
      const target = imported.slice(1).split('/')[0] ?? ''
      const inside = target === module && module === 'platform'
      if (!inside && layerOf(target) <= layerOf(module)) wrong.push(`${path} → ${imported}`)
    }
  }
  assert.deepEqual(wrong, [])
})

test('no file reaches into another module by a path', () => {
  const wrong: string[] = []
  for (const path of files.filter((file) => !isTest(file))) {
    const module = relative(join(root, 'src'), path).split('/')[0] ?? ''
    for (const imported of importsOf(path)) {
      if (!imported.startsWith('.')) continue
      const target = relative(join(root, 'src'), join(path, '..', imported)).split('/')[0]
      if (target !== module && !imported.endsWith('package.json'))
        wrong.push(`${path} → ${imported}`)
    }
  }
  assert.deepEqual(wrong, [])
})

test('no files import each other in a circle', () => {
  const checked = ['src', 'web/src', 'bench', 'test'].flatMap((folder) =>
    sourceFiles(join(root, folder)),
  )
  const imports = new Map(checked.map((path) => [path, pathsImported(path)]))
  assert.deepEqual(circlesOf(imports), [])
})

function pathsImported(path: string): string[] {
  return importsOf(path)
    .filter((imported) => imported.startsWith('.'))
    .map((imported) => join(path, '..', imported))
}

/** Each circle once, as the files on it. */
function circlesOf(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const left = new Set<string>()
  const circles: string[] = []
  function walk(path: string, way: readonly string[]): void {
    const at = way.indexOf(path)
    if (at >= 0) {
      circles.push(
        way
          .slice(at)
          .map((file) => relative(root, file))
          .join(' → '),
      )
      return
    }
    if (left.has(path)) return
    for (const imported of imports.get(path) ?? []) walk(imported, [...way, path])
    left.add(path)
  }
  for (const path of imports.keys()) walk(path, [])
  return circles
}

test('a projection knows no clock, no chance and no network', () => {
  const projections = files.filter((path) => /projection[^/]*\.ts$/.test(path) && !isTest(path))
  assert.ok(projections.length >= 5)
  for (const path of projections) {
    assert.doesNotMatch(
      readFileSync(path, 'utf8'),
      /new Date\(\)|Date\.now|Math\.random|randomBytes|newId\(|fetch\(/,
      path,
    )
  }
})

test('no module but the app, the platform and the kernel reads the clock of the machine', () => {
  for (const path of files.filter((file) => !isTest(file))) {
    const module = relative(join(root, 'src'), path).split('/')[0] ?? ''
    if (['app', 'platform', 'kernel'].includes(module)) continue
    assert.doesNotMatch(readFileSync(path, 'utf8'), /new Date\(\)|Date\.now\(/, path)
  }
})

test('files stay within 400 lines', () => {
  const long = [...files, ...sourceFiles(join(root, 'web'))].filter(
    (path) => readFileSync(path, 'utf8').split('\n').length > 401,
  )
  assert.deepEqual(long, [])
})

test('every module says in a README what it is and what it deliberately does not do', () => {
  for (const module of readdirSync(join(root, 'src'))) {
    const readme = readFileSync(join(root, 'src', module, 'README.md'), 'utf8')
    assert.match(readme, /^# /)
    assert.match(readme, /does not|not here|deliberately/i, module)
  }
})
