import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { canonicalJson } from '#kernel'
import type { Database, Tx } from '#platform/postgres'

/** The digest of every record table and office, and one over all of them. Equal states, equal digests. */
export type StateDigest = {
  readonly digest: string
  readonly parts: readonly { table: string; office: string; rows: number; sha256: string }[]
}

type Shape = { table: string; key: string[]; office: boolean }

/**
 * Digests what the screens are computed from: each record table by office, rows in the order of the
 * primary key. A difference between two states is located at once by comparing `parts`.
 */
export async function stateDigest(database: Database): Promise<StateDigest> {
  return await database.transaction(async (tx) => {
    await tx.execute("set local timezone = 'UTC'")
    const parts = []
    for (const shape of await recordTables(tx)) parts.push(...(await digestTable(tx, shape)))
    const digest = createHash('sha256').update(canonicalJson(parts)).digest('hex')
    return { digest, parts }
  })
}

async function recordTables(tx: Tx): Promise<Shape[]> {
  const found = await sql<Shape>`
    select c.relname as "table",
      (select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum))
        from pg_attribute a where a.attrelid = c.oid and a.attnum = any(i.indkey)) as "key",
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'office_id') as office
    from pg_class c join pg_index i on i.indrelid = c.oid and i.indisprimary
    where c.relnamespace = 'record'::regnamespace and c.relkind in ('r', 'p')
    order by c.relname collate "C"`.execute(tx.tables())
  return found.rows
}

/** A stream row of version 0 only says that somebody once asked for the stream: not part of the state. */
const notState = new Map([['stream', sql`where version > 0`]])

async function digestTable(tx: Tx, { table, key, office }: Shape) {
  const order = sql.join(key.map((column) => sql`(${sql.ref(`t.${column}`)}::text) collate "C"`))
  const officeOf = office ? sql`coalesce(office_id, '')` : sql`''`
  const rows = sql<{ office: string; row: string }>`select ${officeOf} as office,
    to_json(t)::text as "row" from ${sql.table(`record.${table}`)} t
    ${notState.get(table) ?? sql``} order by ${order}`
  const byOffice = new Map<string, { hash: ReturnType<typeof createHash>; rows: number }>()
  for await (const { office: code, row } of pages(tx, rows)) {
    const part = byOffice.get(code) ?? { hash: createHash('sha256'), rows: 0 }
    part.hash.update(row).update('\n')
    part.rows += 1
    byOffice.set(code, part)
  }
  return [...byOffice]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, { hash, rows: count }]) => ({
      table,
      office: code,
      rows: count,
      sha256: hash.digest('hex'),
    }))
}

/** Reads through a cursor, so that a table of millions of rows costs a page of memory. */
async function* pages<Row>(tx: Tx, query: ReturnType<typeof sql<Row>>): AsyncIterable<Row> {
  await sql`declare digested no scroll cursor for ${query}`.execute(tx.tables())
  for (;;) {
    const page = await sql<Row>`fetch 5000 from digested`.execute(tx.tables())
    if (page.rows.length === 0) break
    yield* page.rows
  }
  await sql`close digested`.execute(tx.tables())
}
