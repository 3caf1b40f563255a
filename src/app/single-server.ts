import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { Refusal } from '#kernel'
import type { Database } from '#platform/postgres'
import { refusals } from './refusals.ts'

/** One number for "a server runs on this data folder", among the locks of its own database. */
const serverLock = 0x6661656d

/** How long the session of a server that was killed may take to be noticed by its database. */
export const limits = { lock_wait_ms: 5_000, lock_retry_ms: 200 }

export type ServerLock = { release(): Promise<void> }

/**
 * One server works on an embedded data folder at a time. The lock is a session's: it goes with the process,
 * however that ends.
 * @throws Refusal `app.data_folder_taken`
 */
export async function lockDataFolder(database: Database, folder: string): Promise<ServerLock> {
  const until = performance.now() + limits.lock_wait_ms
  for (;;) {
    const lock = await tryLock(database)
    if (lock !== null) return lock
    if (performance.now() > until) throw new Refusal(refusals.data_folder_taken, { folder })
    await delay(limits.lock_retry_ms)
  }
}

/** Whether a server runs on this data folder now. */
export async function serverRuns(database: Database): Promise<boolean> {
  const lock = await tryLock(database)
  await lock?.release()
  return lock === null
}

async function tryLock(database: Database): Promise<ServerLock | null> {
  const client = new pg.Client({ connectionString: database.url })
  // A lost session ends the lock; the pools report the loss of the database themselves.
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query('select pg_try_advisory_lock($1) as taken', [serverLock])
  if (rows[0]?.taken === true) return { release: () => client.end() }
  await client.end()
  return null
}
