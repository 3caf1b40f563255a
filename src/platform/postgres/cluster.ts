import { createHash, randomBytes } from 'node:crypto'
import {
  chmod,
  chown,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { assert, Refusal } from '#kernel'
import { type Account, isRunning, reaches, run } from './account.ts'
import type { Binaries } from './binaries.ts'
import { refusals } from './refusals.ts'

/** The folder of an embedded database and what lies in it. */
export type Layout = {
  readonly dir: string
  /** PGDATA. */
  readonly cluster: string
  readonly serverLog: string
  /** Where the socket is: beside the data, or a short path when that is too long or out of reach. */
  readonly sockets: string
  /** Where programs may be copied so that the server's account can run them. */
  readonly programs: string
}

/** sun_path holds 108 bytes with its final zero. */
export const socketLimits = { path_bytes_max: 107 }

export const superuser = 'faem'

const clusterName = 'cluster'
const unfinishedName = /^cluster\.(\d+)-[0-9a-f]+\.new$/
const ours = /^(cluster|cluster\..*\.new|sockets|server\.log|programs-.*)$/

/** The layout before anything exists. */
export function clusterFolder(dir: string): string {
  return join(dir, clusterName)
}

/**
 * Makes the folders, private to `account`. Throws `platform.data_folder_taken` when `dir` holds anything
 * foreign, and `platform.socket_folder_taken`.
 */
export async function prepareFolders(dir: string, account: Account): Promise<Layout> {
  await mkdir(dir, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(refusals.data_folder_unusable, { folder: dir, reason: error.code })
  })
  await refuseStrangers(dir, account)
  const foreign = (await readdir(dir)).filter((name) => !ours.test(name))
  if (foreign.length > 0)
    throw new Refusal(refusals.data_folder_taken, { folder: dir, foreign: foreign.slice(0, 3) })
  await makePrivate(dir, account)
  const whole = await realpath(dir)
  const reached = await reaches(account, whole)
  const sockets = await socketFolder(whole, account, reached)
  return {
    dir: whole,
    cluster: clusterFolder(whole),
    serverLog: join(whole, 'server.log'),
    sockets,
    programs: reached ? whole : '/var/lib/faem',
  }
}

async function socketFolder(dir: string, account: Account, reached: boolean): Promise<string> {
  const beside = join(dir, 'sockets')
  const path = Buffer.byteLength(join(beside, '.s.PGSQL.5432.lock'))
  const fits = reached && path <= socketLimits.path_bytes_max
  // A fixed folder, not TMPDIR: two starts must agree on it.
  const name = createHash('sha256').update(dir).digest('hex').slice(0, 16)
  const sockets = fits ? beside : `/tmp/faem-${name}`
  await mkdir(sockets, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  const found = await lstat(sockets)
  const owners = [account.uid, process.getuid?.()]
  if (!found.isDirectory() || !owners.includes(found.uid))
    throw new Refusal(refusals.socket_folder_taken, { folder: sockets })
  await makePrivate(sockets, account)
  return sockets
}

/** Root can take a folder over; anybody else needs to own it. */
async function refuseStrangers(folder: string, account: Account): Promise<void> {
  const { uid } = await stat(folder)
  const self = process.getuid?.()
  if (uid !== account.uid && self !== 0)
    throw new Refusal(refusals.data_folder_taken, { folder, owner: uid, self })
}

async function makePrivate(folder: string, account: Account): Promise<void> {
  if (process.getuid?.() === 0) await chown(folder, account.uid, account.gid)
  await chmod(folder, 0o700)
}

/**
 * Makes the cluster if there is none, and holds it to its major version. initdb works in a folder of its
 * own that is renamed when whole: of two starts at once one wins, and a killed one leaves no half cluster.
 */
export async function ensureCluster(layout: Layout, how: Start): Promise<void> {
  const found = await clusterVersion(layout.cluster)
  if (found === null) await makeCluster(layout, how)
  else if (found !== how.binaries.major)
    throw new Refusal(refusals.data_folder_taken, {
      folder: layout.dir,
      madeBy: found,
      programs: how.binaries.version,
    })
  await writeAccess(layout.cluster, how.account)
}

export type Start = { readonly account: Account; readonly binaries: Binaries }

async function clusterVersion(cluster: string): Promise<number | null> {
  try {
    return Number((await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim())
  } catch {
    const exists = await stat(cluster).then(
      () => true,
      () => false,
    )
    if (exists) throw new Refusal(refusals.data_folder_taken, { folder: cluster })
    return null
  }
}

async function makeCluster(layout: Layout, { account, binaries }: Start): Promise<void> {
  await sweepUnfinished(layout.dir)
  const unfinished = `${layout.cluster}.${process.pid}-${randomBytes(4).toString('hex')}.new`
  await mkdir(unfinished, { mode: 0o700 })
  await makePrivate(unfinished, account)
  await run(join(binaries.bin, 'initdb'), initdbParameters(binaries.major), {
    account,
    cwd: unfinished,
  })
  await rename(unfinished, layout.cluster).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    await rm(unfinished, { recursive: true })
  })
  const folder = await open(layout.dir)
  await folder.sync()
  await folder.close()
}

/** What a killed initdb left. */
async function sweepUnfinished(dir: string): Promise<void> {
  for (const name of await readdir(dir)) {
    const pid = Number(unfinishedName.exec(name)?.[1] ?? 0)
    if (pid > 0 && !isRunning(pid)) await rm(join(dir, name), { recursive: true, force: true })
  }
}

/**
 * The data folder by way of the working directory: the account needs no right on the folders above it,
 * so a project under a private home works.
 */
export const dataHere = '/proc/self/cwd'

function initdbParameters(major: number): string[] {
  // The builtin provider sorts by code point on every machine alike; it came with PostgreSQL 17.
  const locale =
    major >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
      : ['--locale=C.UTF-8']
  const safety = ['--data-checksums', '--auth-local=peer', '--auth-host=reject']
  return ['-D', dataHere, '-U', superuser, '-E', 'UTF8', ...locale, ...safety]
}

/** Who may connect: over the socket, the account and root, both as the one database role. */
async function writeAccess(cluster: string, account: Account): Promise<void> {
  const names = [...new Set(['root', account.name])]
  assert(
    names.every((name) => !/["\n]/.test(name)),
    'account names hold no quotes',
  )
  const idents = names.map((name) => `office "${name}" ${superuser}\n`).join('')
  await replaceFile(join(cluster, 'pg_ident.conf'), idents, account)
  await replaceFile(join(cluster, 'pg_hba.conf'), 'local all all peer map=office\n', account)
}

async function replaceFile(path: string, text: string, account: Account): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => '')) === text) return
  const next = `${path}.${process.pid}`
  await writeFile(next, text, { mode: 0o600, flush: true })
  if (process.getuid?.() === 0) await chown(next, account.uid, account.gid)
  await rename(next, path)
}
