import type { Pool, QueryResultRow } from 'pg'
import { asFault } from './failures.ts'
import { type ReadTables, tablesOver } from './tables.ts'

export const readLimits = { statement_ms_max: 30_000 }

/** Reading. The session is read-only, so that raw SQL cannot write either. */
export type ReadConnection = {
  tables<T>(): ReadTables<T>
  /** Raw SQL with `$1` parameters; rows as the driver gives them, names as in SQL. */
  execute<Row extends QueryResultRow>(text: string, parameters?: readonly unknown[]): Promise<Row[]>
}

export type SnapshotOptions = {
  /** Cancels any statement that takes longer (SQLSTATE 57014). */
  timeout_ms?: number
}

/** Every statement on any free session. */
export function readConnection(pool: Pool): ReadConnection {
  return readOver(pool)
}

/** All statements of `work` see the database as it was at the first of them. */
export async function readSnapshot<R>(
  pool: Pool,
  work: (read: ReadConnection) => Promise<R>,
  { timeout_ms = readLimits.statement_ms_max }: SnapshotOptions,
): Promise<R> {
  const client = await pool.connect().catch((error: unknown) => {
    throw asFault(error)
  })
  // Its failure is reported by the statement that meets it; unheard it would end the process.
  const hear = () => undefined
  client.on('error', hear)
  let broken = true
  try {
    await client.query(
      `begin isolation level repeatable read read only; set local statement_timeout = ${timeout_ms}`,
    )
    const query = client.query.bind(client)
    const value = await work(
      readOver({ query, connect: async () => ({ query, release: () => undefined }) }),
    )
    await client.query('commit')
    broken = false
    return value
  } catch (error) {
    broken = await client.query('rollback').then(
      () => false,
      () => true,
    )
    throw asFault(error)
  } finally {
    client.removeListener('error', hear)
    client.release(broken)
  }
}

function readOver(clients: Pick<Pool, 'query'> & Parameters<typeof tablesOver>[0]): ReadConnection {
  const tables = tablesOver(clients)
  return {
    // The caller names the tables it owns; nothing about them is known here.
    tables: <T>() => tables as unknown as ReadTables<T>,
    async execute<Row extends QueryResultRow>(text: string, parameters: readonly unknown[] = []) {
      const { rows } = await clients.query<Row>(text, [...parameters])
      return rows
    },
  }
}
