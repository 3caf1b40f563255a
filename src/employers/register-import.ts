import { Refusal } from '#kernel'
import type { Tx } from '#platform/postgres'
import { bulkInsert } from '#platform/postgres'
import type { Context } from '#record'
import type { RegisterFlaw, RegisterRow } from './read-row.ts'
import { refusals } from './refusals.ts'
import type { EmployersTables } from './tables.ts'

export type ImportRow = EmployersTables['desk.registerImport']
type Started = Pick<ImportRow, 'importId' | 'sourceSha256' | 'sourceName' | 'mapping'>

/**
 * Where the import of this file stands. Staged rows that a crash emptied, or an import that ended, begin
 * again from the first row.
 */
export async function beginImport(context: Context, started: Started): Promise<ImportRow> {
  const { importId } = started
  return await context.desk<EmployersTables, ImportRow>(async (write) => {
    const fresh: ImportRow = {
      ...started,
      state: 'reading',
      rowsRead: 0,
      rowsStaged: 0,
      rowsRefused: 0,
      warnings: 0,
      startedAt: context.clock.now(),
      endedAt: null,
    }
    const found = await write
      .selectFrom('desk.registerImport')
      .selectAll()
      .where('importId', '=', importId)
      .forUpdate()
      .executeTakeFirst()
    if (found && found.endedAt === null) {
      const { staged } = await write
        .selectFrom('desk.registerRow')
        .select((eb) => eb.fn.countAll<number>().as('staged'))
        .where('importId', '=', importId)
        .executeTakeFirstOrThrow()
      if (staged === found.rowsStaged) return found
    }
    await write.deleteFrom('desk.registerRow').where('importId', '=', importId).execute()
    await write.deleteFrom('desk.registerFlaw').where('importId', '=', importId).execute()
    await write
      .insertInto('desk.registerImport')
      .values(fresh)
      .onConflict((conflict) => conflict.column('importId').doUpdateSet(fresh))
      .execute()
    return fresh
  })
}

export type StagedChunk = {
  before: ImportRow
  rows: readonly RegisterRow[]
  flaws: readonly RegisterFlaw[]
  /** Records read, with those that were refused. */
  read: number
}

/** Stages a chunk and moves the counters, in one transaction. Gives where the import stands then. */
export async function stageChunk(context: Context, chunk: StagedChunk): Promise<ImportRow> {
  const { importId, rowsRead } = chunk.before
  return await context.desk<EmployersTables, ImportRow>(async (write, tx) => {
    const repeated = await insertRows(tx, importId, chunk.rows)
    const flaws = [...chunk.flaws, ...repeated]
    if (flaws.length > 0) await insertFlaws(tx, importId, flaws)
    const refused = new Set(flaws.filter((flaw) => flaw.refused).map(({ line }) => line)).size
    const moved = await write
      .updateTable('desk.registerImport')
      .set((eb) => ({
        rowsRead: eb('rowsRead', '+', chunk.read),
        rowsStaged: eb('rowsStaged', '+', chunk.rows.length - repeated.length),
        rowsRefused: eb('rowsRefused', '+', refused),
        warnings: eb('warnings', '+', flaws.filter((flaw) => !flaw.refused).length),
      }))
      .where('importId', '=', importId)
      .where('rowsRead', '=', rowsRead)
      .where('state', '=', 'reading')
      .returningAll()
      .executeTakeFirst()
    if (moved === undefined) throw new Refusal(refusals.import_running)
    return moved
  })
}

async function insertRows(
  tx: Tx,
  importId: string,
  rows: readonly RegisterRow[],
): Promise<RegisterFlaw[]> {
  const columns = {
    import_id: 'uuid',
    account_no: 'text',
    branch_no: 'text',
    line: 'int4',
    facts: 'text',
  } as const
  const staged = rows.map(({ accountNo, branchNo, line, facts }) => ({
    import_id: importId,
    account_no: accountNo,
    branch_no: branchNo,
    line,
    facts: JSON.stringify(facts),
  }))
  const target = { table: 'desk.register_row', columns, onConflict: 'skip' } as const
  const inserted = await bulkInsert(tx, target, staged)
  return inserted === rows.length ? [] : await repeatedRows(tx, importId, rows)
}

/** The rows of this chunk whose account and branch stood in the file before: the first row counts. */
async function repeatedRows(
  tx: Tx,
  importId: string,
  rows: readonly RegisterRow[],
): Promise<RegisterFlaw[]> {
  const found = await tx.execute<{ line: number }>(
    `select line from desk.register_row where import_id = $1 and account_no = any($2)`,
    [importId, rows.map(({ accountNo }) => accountNo)],
  )
  const standing = new Set(found.map(({ line }) => line))
  return rows
    .filter(({ line }) => !standing.has(line))
    .map(({ line, accountNo, branchNo }) => ({
      line,
      column: 'account_no',
      code: 'row-repeated',
      written: `${accountNo} ${branchNo}`,
      refused: true,
    }))
}

async function insertFlaws(
  tx: Tx,
  importId: string,
  flaws: readonly RegisterFlaw[],
): Promise<void> {
  // The name "column" needs its quotes, which a bulk insert does not write.
  await tx.execute(
    `insert into desk.register_flaw (import_id, line, "column", code, written, refused)
     select $1, f.line, f."column", f.code, f.written, f.refused
     from json_to_recordset($2::json)
       as f (line int, "column" text, code text, written text, refused boolean)
     on conflict do nothing`,
    [importId, JSON.stringify(flaws)],
  )
}

export async function endReading(context: Context, importId: string): Promise<void> {
  await context.desk<EmployersTables, void>(async (write, tx) => {
    await write
      .updateTable('desk.registerImport')
      .set({ state: 'staged' })
      .where('importId', '=', importId)
      .execute()
    await tx.execute('analyze desk.register_row')
  })
}

/** The staged rows have done their work; the report stays. */
export async function endImport(
  context: Context,
  importId: string,
  state: 'recorded' | 'unchanged',
): Promise<void> {
  await context.desk<EmployersTables, void>(async (write) => {
    await write
      .updateTable('desk.registerImport')
      .set({ state, endedAt: context.clock.now() })
      .where('importId', '=', importId)
      .execute()
    await write.deleteFrom('desk.registerRow').where('importId', '=', importId).execute()
  })
}
