import { spawn } from 'node:child_process'
import { chown, open, readFile, readlink, realpath } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Fault } from '#kernel'
import { identity, isRunning, plainEnvironment } from './account.ts'
import { dataHere, type Layout, type Start } from './cluster.ts'

/** A PC in a small office: 4 GB, two cores, a dozen people. */
const officeSettings = {
  // What "saved" rests on.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  wal_level: 'logical', // the office can grow to a server by logical replication
  // Nobody but this machine's account.
  listen_addresses: '',
  port: '5432',
  unix_socket_permissions: '0700',
  // Memory and disk.
  max_connections: '40',
  shared_buffers: '192MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  effective_cache_size: '1GB',
  max_wal_size: '1GB',
  random_page_cost: '1.1',
  max_parallel_workers_per_gather: '1',
  jit: 'off',
  // Bounded log of a week, without the rows that a DETAIL line would quote.
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%a.log',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_truncate_on_rotation: 'on',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
} as const

/** What the first lines of postmaster.pid say. */
export type Postmaster = { readonly pid: number; readonly sockets: string }

export async function readPostmaster(cluster: string): Promise<Postmaster | null> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const [pid, , , , sockets] = text.split('\n')
  // The file is written in steps: until the socket's folder is in it there is nothing to connect to.
  return Number(pid) > 0 && sockets ? { pid: Number(pid), sockets } : null
}

/** A server this process started; `ended` turns true when it stopped or could not start. */
export type Child = { readonly pid: number | undefined; ended: boolean }

/** Starts the server apart from this process, so that it outlives it. */
export async function spawnPostmaster(
  layout: Layout,
  { account, binaries }: Start,
): Promise<Child> {
  const log = await open(layout.serverLog, 'w', 0o600)
  if (process.getuid?.() === 0) await chown(layout.serverLog, account.uid, account.gid)
  const settings = { ...officeSettings, unix_socket_directories: layout.sockets }
  const parameters = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(join(binaries.bin, 'postgres'), ['-D', dataHere, ...parameters], {
    cwd: layout.cluster,
    env: { ...plainEnvironment, ...(await staleOwner(layout.cluster)) },
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    ...identity(account),
  })
  const state: Child = { pid: child.pid, ended: false }
  child.on('error', () => {
    state.ended = true
  })
  child.on('exit', () => {
    state.ended = true
  })
  child.unref()
  await log.close()
  return state
}

/**
 * A pid file whose number now belongs to a zombie or to another program would block the start for ever.
 * PostgreSQL takes the process named here for gone, and still checks the shared memory of the old server.
 */
async function staleOwner(cluster: string): Promise<Record<string, string>> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number(text.split('\n')[0])
  if (!(pid > 0) || (await runsCluster(pid, cluster))) return {}
  return { PG_GRANDPARENT_PID: String(pid) }
}

/** A live server stands in its data folder; a zombie stands nowhere. */
export async function runsCluster(pid: number, cluster: string): Promise<boolean> {
  if (!(await isAlive(pid))) return false
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(cluster))
  } catch {
    return true // Not ours to look into: believe the file.
  }
}

async function isAlive(pid: number): Promise<boolean> {
  if (!isRunning(pid)) return false
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return !/\) [ZX] /.test(status)
}

export const stopLimits = { stop_ms_max: 60_000 }

/** Fast shutdown: sessions end, everything is on disk. Throws the Fault `platform.database_unreachable`. */
export async function stopPostmaster(cluster: string): Promise<void> {
  const postmaster = await readPostmaster(cluster)
  if (!postmaster || !(await runsCluster(postmaster.pid, cluster))) return
  process.kill(postmaster.pid, 'SIGINT')
  const until = performance.now() + stopLimits.stop_ms_max
  while (await isAlive(postmaster.pid)) {
    if (performance.now() > until)
      throw new Fault('platform.database_unreachable', `${basename(cluster)} does not stop`)
    await delay(20)
  }
}
