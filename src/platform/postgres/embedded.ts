import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import { assert, Fault } from '#kernel'
import { serverAccountFor } from './account.ts'
import { findBinaries } from './binaries.ts'
import {
  clusterFolder,
  ensureCluster,
  type Layout,
  prepareFolders,
  type Start,
  superuser,
} from './cluster.ts'
import { clientConfig, type SocketSettings, sessionName } from './connection.ts'
import { isUnreachable } from './failures.ts'
import { type Log, silentLog } from './log.ts'
import {
  type Child,
  type Postmaster,
  readPostmaster,
  spawnPostmaster,
  stopPostmaster,
} from './postmaster.ts'

export const embeddedLimits = { start_ms_max: 30_000, retry_ms: 50 }

export type EmbeddedServer = {
  connection: SocketSettings
  /** The server was running already: another process uses it, or an earlier one was killed. */
  attached: boolean
  /** Such as 18.4. */
  version: string
  /** Stops the server, unless another process has sessions on it: the last one out turns off the light. */
  stop(options?: { evenIfShared?: boolean }): Promise<void>
}

/**
 * Starts PostgreSQL on the folder `dir`, or attaches to the server that runs there; makes the database
 * the first time. The server outlives a killed process, and a killed server recovers at the next start.
 * Refusals: `platform.postgres_not_installed`, `.postgres_does_not_run`, `.data_folder_taken`,
 * `.data_folder_unusable`, `.socket_folder_taken`, `.account_missing`. Fault: `platform.database_unreachable`.
 */
export async function startEmbedded(options: { dir: string; log?: Log }): Promise<EmbeddedServer> {
  const log = options.log ?? silentLog
  const account = await serverAccountFor(clusterFolder(options.dir))
  const layout = await prepareFolders(options.dir, account)
  const binaries = await findBinaries(account, layout.programs)
  await ensureCluster(layout, { account, binaries })
  const { version, attached, sockets } = await reachServer(layout, { account, binaries })
  const connection = settingsOf(sockets)
  await ensureDatabase(connection)
  log(attached ? 'attached to the running database' : 'started the database', {
    folder: layout.dir,
    version,
  })
  return {
    connection,
    attached,
    version,
    async stop({ evenIfShared = false } = {}) {
      const others = evenIfShared ? 0 : await countOthers(connection)
      if (others === 0) return await stopPostmaster(layout.cluster)
      log('left the database running for other processes', { others })
    },
  }
}

function settingsOf(sockets: string, database = 'faem'): SocketSettings {
  return { host: sockets, port: 5432, user: superuser, database }
}

type Reached = { version: string; sockets: string; attached: boolean }

/** Tries to connect and to start, in turns: another process may win the start, or be stopping. */
async function reachServer(layout: Layout, start: Start): Promise<Reached> {
  const until = performance.now() + embeddedLimits.start_ms_max
  let child: Child | null = null
  for (;;) {
    const postmaster = await readPostmaster(layout.cluster)
    const version = postmaster && (await askVersion(postmaster))
    if (version) {
      const { pid, sockets } = postmaster
      return { version, sockets, attached: pid !== child?.pid }
    }
    if (performance.now() > until) throw await notStarted(layout)
    if (child === null || child.ended) child = await spawnPostmaster(layout, start)
    await delay(embeddedLimits.retry_ms)
  }
}

/** Null while nobody answers. A server that answers must be the one of this very folder. */
async function askVersion({ pid, sockets }: Postmaster): Promise<string | null> {
  try {
    const [row] = await ask<{ version: string; lock: string }>(
      settingsOf(sockets, 'postgres'),
      `select current_setting('server_version') as version, pg_read_file('postmaster.pid') as lock`,
    )
    const answering = Number(row?.lock.split('\n')[0])
    assert(answering === pid, 'the server on our socket is the server of our folder')
    return row?.version.split(' ')[0] ?? null
  } catch (error) {
    if (isUnreachable(error)) return null
    throw error
  }
}

async function ask<Row>(settings: SocketSettings, text: string): Promise<Row[]> {
  const client = new Client({ ...clientConfig(settings), connectionTimeoutMillis: 5_000 })
  // A server that goes away fails the query as well; unheard, the event would end the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return (await client.query(text)).rows
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function ensureDatabase(connection: SocketSettings): Promise<void> {
  const template = { ...connection, database: 'postgres' }
  const found = await ask(template, `select from pg_database where datname = 'faem'`)
  if (found.length > 0) return
  await ask(template, 'create database faem').catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    // Another process made it in the same moment.
    if (code !== '42P04' && code !== '23505') throw error
  })
}

async function countOthers(connection: SocketSettings): Promise<number> {
  const [row] = await ask<{ others: number }>(
    connection,
    `select count(*) as others from pg_stat_activity
     where backend_type = 'client backend' and application_name <> '${sessionName()}'`,
  )
  return row?.others ?? 0
}

async function notStarted(layout: Layout): Promise<Fault> {
  const log = await readFile(join(layout.serverLog), 'utf8').catch(() => '')
  const lastLines = log.trim().split('\n').slice(-5).join('\n')
  return new Fault(
    'platform.database_unreachable',
    `The database did not start in ${embeddedLimits.start_ms_max / 1_000} s: ${lastLines}`,
  )
}
