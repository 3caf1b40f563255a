import { assert } from '#kernel'
import type { Database, Tx } from '#platform/postgres'

/**
 * A table that a refill builds anew, and the column that names what one of its rows belongs to; without
 * one, nothing but refills writes it.
 */
export type Refilled = { readonly name: string; readonly owner?: string }

/** The transactions that had ended when a refill began: all that it reads surely holds what they wrote. */
export type Begun = { readonly snapshot: string }

/** Makes empty tables without indexes beside the living ones. */
export async function beginNext(database: Database, tables: readonly Refilled[]): Promise<Begun> {
  return await database.transaction(async (tx) => {
    for (const { name } of tables) {
      // What an interrupted refill left.
      await tx.execute(`drop table if exists derived.${name}_next`)
      await tx.execute(
        `create table derived.${name}_next (like derived.${name} including defaults including storage)`,
      )
    }
    const [row] = await tx.execute<Begun>('select pg_current_snapshot()::text as snapshot')
    assert(row, 'a database has a snapshot')
    return row
  })
}

/** Builds on the new tables the indexes that the living ones have, then lets them take their place. */
export async function takeOver(
  database: Database,
  tables: readonly Refilled[],
  begun: Begun,
): Promise<void> {
  for (const { name } of tables) await database.transaction((tx) => buildIndexes(tx, name))
  await database.transaction(async (tx) => {
    for (const table of tables) await bringChanges(tx, table, begun)
    for (const { name } of tables) {
      await tx.execute(`drop table derived.${name}`)
      await tx.execute(`alter table derived.${name}_next rename to ${name}`)
    }
  })
  for (const { name } of tables)
    await database.transaction((tx) => tx.execute(`analyze derived.${name}`))
}

/** The definitions are those of the migration, so they stand in one place. */
async function buildIndexes(tx: Tx, name: string): Promise<void> {
  const rows = await tx.execute<{ indexdef: string }>(
    `select indexdef from pg_indexes where schemaname = 'derived' and tablename = $1`,
    [name],
  )
  for (const { indexdef } of rows) {
    // Without a name: the server gives a free one.
    await tx.execute(
      indexdef.replace(/INDEX \S+ ON derived\.\S+ /, `INDEX ON derived.${name}_next `),
    )
  }
}

/**
 * Keys that a transaction wrote which the refill may not have seen win over those it made. What was
 * written before is never brought: the refill read the same employers later.
 */
async function bringChanges(tx: Tx, { name, owner }: Refilled, { snapshot }: Begun): Promise<void> {
  if (owner === undefined) return
  await tx.execute(`lock table derived.${name} in share row exclusive mode`)
  const changed = `written_by >= pg_snapshot_xmin($1::pg_snapshot)
    and not pg_visible_in_snapshot(written_by, $1::pg_snapshot)`
  await tx.execute(
    `delete from derived.${name}_next where ${owner} in
      (select ${owner} from derived.${name} where ${changed})`,
    [snapshot],
  )
  await tx.execute(
    `insert into derived.${name}_next select * from derived.${name} where ${changed}`,
    [snapshot],
  )
}
