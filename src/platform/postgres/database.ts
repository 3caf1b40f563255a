import { Pool } from 'pg'
import {
  type ConnectionSettings,
  clientConfig,
  connectionUrl,
  describeConnection,
} from './connection.ts'
import { type Log, silentLog } from './log.ts'
import {
  type ReadConnection,
  readConnection,
  readLimits,
  readSnapshot,
  type SnapshotOptions,
} from './reader.ts'
import { runTransaction, type TransactionOptions, type Tx } from './transaction.ts'

/** Sessions of one process; the embedded server allows 40 in all. */
export const poolLimits = { writers_max: 10, readers_max: 10, connect_ms_max: 10_000 }

export type Database = {
  /**
   * Runs `work` in one READ COMMITTED transaction and again, whole, when it failed in passing (conflict,
   * failover, lost connection); so `work` has no effect outside `tx`. Throws what `work` threw, or a
   * Fault: `platform.commit_unknown`, `.database_contended`, `.database_unreachable`.
   */
  transaction<R>(work: (tx: Tx) => Promise<R>, options?: TransactionOptions<R>): Promise<R>
  reader: ReadConnection
  /** Several reads of one state of the database, with a time limit for each statement. */
  snapshot<R>(work: (read: ReadConnection) => Promise<R>, options?: SnapshotOptions): Promise<R>
  settings: ConnectionSettings
  /** For a child process or psql. May hold a password: never logged. */
  url: string
  describe(): string
  close(): Promise<void>
}

export type ConnectOptions = {
  log?: Log
  writers_max?: number
  readers_max?: number
  /** A read replica, or a role that cannot write where a pooler drops start-up options. */
  readerSettings?: ConnectionSettings
}

/** Makes the pools; the first session is opened by the first use. */
export function connect(settings: ConnectionSettings, options: ConnectOptions = {}): Database {
  const log = options.log ?? silentLog
  const writers = openPool({ settings, max: options.writers_max ?? poolLimits.writers_max, log })
  const readers = openPool({
    settings: options.readerSettings ?? settings,
    max: options.readers_max ?? poolLimits.readers_max,
    log,
    startup: `-c default_transaction_read_only=on -c statement_timeout=${readLimits.statement_ms_max}`,
  })
  return {
    transaction: (work, transactionOptions = {}) =>
      runTransaction(writers, work, transactionOptions),
    reader: readConnection(readers),
    snapshot: (work, snapshotOptions = {}) => readSnapshot(readers, work, snapshotOptions),
    settings,
    url: connectionUrl(settings),
    describe: () => describeConnection(settings),
    async close() {
      await Promise.all([writers.end(), readers.end()])
    },
  }
}

type PoolOptions = { settings: ConnectionSettings; max: number; log: Log; startup?: string }

function openPool({ settings, max, log, startup }: PoolOptions): Pool {
  const pool = new Pool({
    ...clientConfig(settings),
    ...(startup ? { options: startup } : {}),
    max,
    connectionTimeoutMillis: poolLimits.connect_ms_max,
    idleTimeoutMillis: 30_000,
    allowExitOnIdle: true,
  })
  // A session that ends is replaced at the next use, and a query it was answering fails by itself.
  // Unheard, either event would end the process; a session in use is not heard by its pool.
  pool.on('error', (error) => log('an idle database session ended', { reason: error.message }))
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
