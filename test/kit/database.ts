import { join } from 'node:path'
import { Pool } from 'pg'
import {
  type ConnectionSettings,
  connect,
  connectionUrl,
  type Database,
  migrate,
  withDatabase,
} from '#platform/postgres'
import { isRunning, startOwnServer } from './own-server.ts'

const migrations = join(import.meta.dirname, '../../migrations')

export type TestDatabase = AsyncDisposable & {
  database: Database
  /** For another process. A superuser's. */
  url: string
}

/**
 * A fresh database with every migration applied, gone at the end of the test:
 * `await using fresh = await testDatabase()`. One server serves the whole process and ends with it;
 * TEST_DATABASE_URL (a superuser's URL) names a real one, PostgreSQL 15 or later, instead.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await testServer()
  const name = server.nextName()
  // Not when it was let go: its sessions were still ending, and the server would wait 100 ms for them.
  for (const old of server.discarded.splice(0, Math.max(0, server.discarded.length - 3)))
    await drop(server, old)
  await server.command(`create database ${name} template ${server.template}`)
  const database = connect(withDatabase(server.settings, name), { writers_max: 8, readers_max: 4 })
  return {
    database,
    url: database.url,
    async [Symbol.asyncDispose]() {
      await database.close()
      server.discarded.push(name)
    },
  }
}

type TestServer = {
  settings: ConnectionSettings
  template: string
  discarded: string[]
  nextName(): string
  command(text: string): Promise<{ name: string }[]>
}

// The exception to "no module-level state": a server for each test would cost a second each.
let started: Promise<TestServer> | undefined

async function testServer(): Promise<TestServer> {
  started ??= startServer()
  return await started
}

async function startServer(): Promise<TestServer> {
  const settings = process.env['TEST_DATABASE_URL'] ?? (await startOwnServer())
  const root = new Pool({
    connectionString: connectionUrl(withDatabase(settings, 'postgres')),
    max: 2,
    allowExitOnIdle: true,
  })
  // At the end of the process the server may go first.
  root.on('error', () => undefined)
  let count = 0
  const server: TestServer = {
    settings,
    template: `faem_test_${process.pid}_template`,
    discarded: [],
    nextName: () => `faem_test_${process.pid}_${++count}`,
    command: async (text) => (await root.query<{ name: string }>(text)).rows,
  }
  await dropLeftovers(server)
  await server.command(`create database ${server.template}`)
  await migrate({ settings: withDatabase(settings, server.template) }, migrations)
  return server
}

/** On a real server databases of processes that were killed, and the templates of all that ended, stay. */
async function dropLeftovers(server: TestServer): Promise<void> {
  const found = await server.command(
    `select datname as name from pg_database where datname ~ '^faem_test_\\d+_'`,
  )
  for (const { name } of found) {
    const pid = Number(name.split('_')[2])
    if (pid === process.pid || !isRunning(pid)) await drop(server, name)
  }
}

async function drop(server: TestServer, name: string): Promise<void> {
  await server.command(`drop database if exists ${name} with (force)`)
}
