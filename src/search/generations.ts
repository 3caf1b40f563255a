import type { Database, Tx } from '#platform/postgres'

/** A table that a refill builds anew, and the column that names what one of its rows belongs to. */
export type Refilled = { readonly name: string; readonly owner: string }

/** Longer than any transaction that writes keys may last: one begun before the refill is seen by it. */
const overlap = "interval '30 minutes'"

/** Makes empty tables without indexes beside the living ones; returns the time of the database. */
export async function beginNext(database: Database, tables: readonly Refilled[]): Promise<Date> {
  return await database.transaction(async (tx) => {
    for (const { name } of tables) {
      // What an interrupted refill left.
      await tx.execute(`drop table if exists derived.${name}_next`)
      await tx.execute(
        `create table derived.${name}_next (like derived.${name} including defaults)`,
      )
    }
    const [row] = await tx.execute<{ at: Date }>('select clock_timestamp() as at')
    return row?.at ?? new Date(0)
  })
}

/** Builds on the new tables the indexes that the living ones have, then lets them take their place. */
export async function takeOver(
  database: Database,
  tables: readonly Refilled[],
  begun: Date,
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

/** Keys written to the living table while the next one was filled win over those read before. */
async function bringChanges(tx: Tx, { name, owner }: Refilled, begun: Date): Promise<void> {
  await tx.execute(`lock table derived.${name} in share row exclusive mode`)
  const changed = `written_at >= $1::timestamptz - ${overlap}`
  await tx.execute(
    `delete from derived.${name}_next where ${owner} in
      (select ${owner} from derived.${name} where ${changed})`,
    [begun],
  )
  await tx.execute(
    `insert into derived.${name}_next select * from derived.${name} where ${changed}`,
    [begun],
  )
}
