import { Refusal } from '#kernel'
import { connect, type Database } from './database.ts'
import { startEmbedded } from './embedded.ts'
import type { Log } from './log.ts'
import { refusals } from './refusals.ts'

export const serverLimits = { server_version_min: 150_000 }

export type OpenOptions = {
  /** DATABASE_URL of a PostgreSQL server; without it the embedded one is used. */
  url?: string | undefined
  embeddedDir: string
  log: Log
}

/**
 * The database of this installation, checked: PostgreSQL 15 or later, UTF-8, forcing to disk what it
 * answered, and readers that cannot write. Closing it stops an embedded server nobody else uses.
 */
export async function openDatabase({ url, embeddedDir, log }: OpenOptions): Promise<Database> {
  if (url) return await openChecked(connect(url, { log }))
  const server = await startEmbedded({ dir: embeddedDir, log })
  const database = await openChecked(connect(server.connection, { log }))
  return {
    ...database,
    async close() {
      await database.close()
      await server.stop()
    },
  }
}

async function openChecked(database: Database): Promise<Database> {
  try {
    await checkServer(database)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

type ServerSettings = {
  version: number
  encoding: string
  fsync: string
  full_page_writes: string
  synchronous_commit: string
}

/** Throws the refusal that names what is wrong with the server. */
export async function checkServer(database: Database): Promise<void> {
  const [server] = await database.transaction((tx) =>
    tx.execute<ServerSettings>(
      `select current_setting('server_version_num')::int as version,
         current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
         current_setting('full_page_writes') as full_page_writes,
         current_setting('synchronous_commit') as synchronous_commit`,
    ),
  )
  const refusal = server && whyNotServe(server)
  if (refusal) throw refusal
  const [reader] = await database.reader.execute<{ read_only: string }>(
    `select current_setting('transaction_read_only') as read_only`,
  )
  if (reader?.read_only !== 'on') throw new Refusal(refusals.reader_can_write)
}

/** Null when the server may be trusted with records. */
export function whyNotServe(server: ServerSettings): Refusal | null {
  const { version, encoding, fsync, full_page_writes, synchronous_commit } = server
  if (version < serverLimits.server_version_min)
    return new Refusal(refusals.server_too_old, { version })
  if (encoding !== 'UTF8') return new Refusal(refusals.server_not_utf8, { encoding })
  const forced = fsync === 'on' && full_page_writes === 'on'
  if (!forced || !['on', 'remote_apply'].includes(synchronous_commit))
    return new Refusal(refusals.server_not_durable, { fsync, full_page_writes, synchronous_commit })
  return null
}
