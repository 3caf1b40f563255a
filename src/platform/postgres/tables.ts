import { CamelCasePlugin, Kysely, PostgresDialect, type RawBuilder, sql } from 'kysely'
import type { PoolClient } from 'pg'

/** What a reader may do. `getExecutor` lets raw `sql` run; the session itself cannot write. */
export type ReadTables<T> = Pick<Kysely<T>, 'selectFrom' | 'with' | 'fn' | 'getExecutor'>

export type WriteTables<T> = Pick<
  Kysely<T>,
  | 'selectFrom'
  | 'with'
  | 'fn'
  | 'getExecutor'
  | 'insertInto'
  | 'updateTable'
  | 'deleteFrom'
  | 'mergeInto'
>

type Clients = { connect(): Promise<Pick<PoolClient, 'query' | 'release'>> }

/** Typed access over whatever hands out sessions: a pool, or one session inside its transaction. */
export function tablesOver(clients: Clients): Kysely<unknown> {
  const pool = { connect: () => clients.connect(), end: async () => undefined, options: {} }
  return new Kysely({
    // The driver's overloads are wider than the few members Kysely asks for.
    dialect: new PostgresDialect({ pool: pool as never }),
    // snake_case in SQL, camelCase in TypeScript; what is inside a jsonb value keeps its own names.
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

/** A jsonb value. Needed for lists, which the driver would otherwise send as a PostgreSQL array. */
export function jsonb<Value>(value: Value): RawBuilder<Value> {
  return sql<Value>`${JSON.stringify(value)}::jsonb`
}
