import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { Client, Pool } from 'pg'
import { Fault, Refusal } from '#kernel'
import { type ConnectionSettings, clientConfig } from './connection.ts'
import { refusals } from './refusals.ts'

export const migrationLimits = { lock_wait_ms_max: 600_000 }

type MigrationFile = { name: string; text: string; alone: boolean }

/**
 * Brings the database up to date with `folder`: `NNNN-words.sql`, in the order of their names, each once.
 * Returns the names applied now. A file is one transaction together with its neighbours, unless its first
 * line is `-- no transaction`; such a file holds exactly one statement. Several processes may call this at
 * the same time. Throws `platform.migration_misnamed`, or the Fault `platform.migration_failed`.
 */
export async function migrate(
  database: { settings: ConnectionSettings },
  folder: string,
): Promise<string[]> {
  const files = await readMigrations(folder)
  const lock = new Client(clientConfig(database.settings))
  await lock.connect()
  try {
    await takeLock(lock)
    return await applyAll(database.settings, files)
  } finally {
    await lock.end()
  }
}

async function readMigrations(folder: string): Promise<MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const numbers = names.map((name) => name.slice(0, 4))
  const wrong = names.find(
    (name, index) => !/^\d{4}-[a-z0-9-]+\.sql$/.test(name) || numbers[index] === numbers[index + 1],
  )
  if (wrong) throw new Refusal(refusals.migration_misnamed, { file: wrong })
  return await Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8')
      return { name: name.slice(0, -4), text, alone: /^-- no transaction\s/.test(text) }
    }),
  )
}

// Any number that no other program on the server uses for the same purpose.
const lockNumber = 6_010_004_128

/**
 * Asks again instead of waiting in the server: a waiting statement holds a snapshot, and an index built
 * concurrently by the winner would wait for that snapshot for ever.
 */
async function takeLock(client: Client): Promise<void> {
  const until = performance.now() + migrationLimits.lock_wait_ms_max
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>(
      'select pg_try_advisory_lock($1) as taken',
      [lockNumber],
    )
    if (rows[0]?.taken) return
    if (performance.now() > until)
      throw new Fault('platform.migration_failed', 'Another process has been migrating too long')
    await delay(200)
  }
}

async function applyAll(settings: ConnectionSettings, files: MigrationFile[]): Promise<string[]> {
  const kysely = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new Pool({ ...clientConfig(settings), max: 2 }) }),
  })
  try {
    const migrator = new Migrator({
      db: kysely,
      provider: { getMigrations: async () => Object.fromEntries(files.map(toMigration)) },
      migrationTableName: 'migration',
      migrationLockTableName: 'migration_lock',
    })
    const state = await migrator.getMigrations()
    const done = new Set(state.filter(({ executedAt }) => executedAt).map(({ name }) => name))
    const applied: string[] = []
    // Only what is pending: asked for a name it already has, the Migrator would go back to it.
    for (const { name, alone } of lastOfRuns(files.filter((file) => !done.has(file.name)))) {
      const { error, results = [] } = await migrator.migrateTo(name, { disableTransactions: alone })
      if (error)
        throw failed(error, results.find(({ status }) => status === 'Error')?.migrationName)
      applied.push(...results.map(({ migrationName }) => migrationName))
    }
    return applied
  } finally {
    await kysely.destroy()
  }
}

function toMigration({ name, text }: MigrationFile): [string, Migration] {
  return [name, { up: async (kysely) => void (await sql.raw(text).execute(kysely)) }]
}

/** Neighbours that share their kind are applied together: the last of each run, in order. */
function lastOfRuns(files: MigrationFile[]): MigrationFile[] {
  return files.filter((file, index) => files[index + 1]?.alone !== file.alone)
}

function failed(error: unknown, name = 'before the first file'): Fault {
  const reason = error instanceof Error ? error.message : String(error)
  return new Fault('platform.migration_failed', `Migration ${name}: ${reason}`, error)
}
