export {
  type BulkRow,
  type BulkTarget,
  type BulkValue,
  bulkInsert,
  bulkLimits,
} from './bulk-insert.ts'
export {
  type ConnectionSettings,
  connectionUrl,
  describeConnection,
  type SocketSettings,
  withDatabase,
} from './connection.ts'
export { type ConnectOptions, connect, type Database } from './database.ts'
export { type EmbeddedServer, startEmbedded } from './embedded.ts'
export { failureCode, isContended, isPassing, isUnreachable } from './failures.ts'
export { type Log, silentLog } from './log.ts'
export { migrate } from './migrate.ts'
export { checkServer, type OpenOptions, openDatabase } from './open-database.ts'
export type { ReadConnection, SnapshotOptions } from './reader.ts'
export { refusals } from './refusals.ts'
export { jsonb, type ReadTables, type WriteTables } from './tables.ts'
export { limits as transactionLimits, type TransactionOptions, type Tx } from './transaction.ts'
