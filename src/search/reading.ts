import type { ReadTables } from '#platform/postgres'

/** Where reads come from: a transaction, or a connection that cannot write. */
export type Reading = { tables<Tables>(): ReadTables<Tables> }
