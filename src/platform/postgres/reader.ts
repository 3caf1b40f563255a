import type { Pool, PoolClient, QueryResultRow } from 'pg'
import { asReadFault } from './failures.ts'
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
  return readOver(() => pool.connect())
}

/** All statements of `work` see the database as it was at the first of them. */
export async function readSnapshot<R>(
  pool: Pool,
  work: (read: ReadConnection) => Promise<R>,
  { timeout_ms = readLimits.statement_ms_max }: SnapshotOptions,
): Promise<R> {
  const client = await pool.connect().catch(refuse)
  let broken = true
  try {
    const query = client.query.bind(client)
    await query(beginReading(timeout_ms))
    const value = await work(readOver(async () => ({ query, release: () => undefined })))
    await query('commit')
    broken = false
    return value
  } catch (error) {
    broken = await client.query('rollback').then(
      () => false,
      () => true,
    )
    return refuse(error)
  } finally {
    client.release(broken)
  }
}

/** The first query fixes what is seen, and from then on the transaction cannot be made a writing one. */
function beginReading(timeout_ms: number): string {
  const begin = 'begin isolation level repeatable read read only'
  return `${begin}; set local statement_timeout = ${timeout_ms}; select 1`
}

function refuse(error: unknown): never {
  throw asReadFault(error)
}

type Session = Pick<PoolClient, 'query' | 'release'>

function readOver(open: () => Promise<Session>): ReadConnection {
  const connect = async (): Promise<Session> => {
    const session = await open().catch(refuse)
    const query = ((...parameters: Parameters<PoolClient['query']>) => {
      const answer: unknown = session.query(...parameters)
      return answer instanceof Promise ? answer.catch(refuse) : answer
      // The overloads cannot be repeated by a wrapper.
    }) as PoolClient['query']
    return { query, release: (destroy) => session.release(destroy) }
  }
  const tables = tablesOver({ connect })
  return {
    // The caller names the tables it owns; nothing about them is known here.
    tables: <T>() => tables as unknown as ReadTables<T>,
    async execute<Row extends QueryResultRow>(text: string, parameters: readonly unknown[] = []) {
      const session = await connect()
      try {
        const { rows } = await session.query<Row>(text, [...parameters])
        return rows
      } finally {
        session.release()
      }
    },
  }
}
