import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { Refusal } from '#kernel'
import type { Database } from '#platform/postgres'
import { refusals } from './refusals.ts'

/** One number for "a server runs on this data folder", among the locks of its own database. */
const serverLock = 0x6661656d

/** One number for "somebody writes to the stores": shared by commands, taken alone to sweep. */
const storesLock = 0x6661656e

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
    const lock = await tryLock(database, serverLock)
    if (lock !== null) return lock
    if (performance.now() > until) throw new Refusal(refusals.data_folder_taken, { folder })
    await delay(limits.lock_retry_ms)
  }
}

/** Whether a server runs on this data folder now. */
export async function serverRuns(database: Database): Promise<boolean> {
  const lock = await tryLock(database, serverLock)
  await lock?.release()
  return lock === null
}

/** Held by all but the server while they are open: what they write now is no leftover of a crash. */
export async function holdStores(database: Database): Promise<ServerLock> {
  const client = await openSession(database)
  await client.query('select pg_advisory_lock_shared($1)', [storesLock])
  return { release: () => client.end() }
}

/** Runs `sweep` while no command writes to the stores; leaves it to a later start when one does. */
export async function whenStoresRest(
  database: Database,
  sweep: () => Promise<unknown>,
): Promise<void> {
  const lock = await tryLock(database, storesLock)
  if (lock === null) return
  try {
    await sweep()
  } finally {
    await lock.release()
  }
}

async function tryLock(database: Database, lock: number): Promise<ServerLock | null> {
  const client = await openSession(database)
  const { rows } = await client.query('select pg_try_advisory_lock($1) as taken', [lock])
  if (rows[0]?.taken === true) return { release: () => client.end() }
  await client.end()
  return null
}

async function openSession(database: Database): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.url })
  // A lost session ends the lock; the pools report the loss of the database themselves.
  client.on('error', () => undefined)
  await client.connect()
  return client
}
