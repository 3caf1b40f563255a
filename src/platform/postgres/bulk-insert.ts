import { setImmediate } from 'node:timers/promises'
import { assert } from '#kernel'
import type { Tx } from './transaction.ts'

/** Bounds the memory of one statement, here and in the server. */
export const bulkLimits = { chunk_rows_max: 2_000, chunk_characters_max: 4_000_000 }

/** Objects go into jsonb; a list is allowed for the columns of array types only. */
export type BulkValue = string | number | bigint | boolean | Date | Uint8Array | object | null

export type BulkTarget<Column extends string> = {
  /** With its schema, as in SQL: `desk.import_row`. */
  table: string
  /** Each column as in SQL, and its type: `{ account_no: 'text', dated: 'date', body: 'jsonb' }`. */
  columns: Readonly<Record<Column, string>>
  /** Rows that meet an existing key are left out instead of failing the statement. */
  onConflict?: 'skip'
}

export type BulkRow<Column extends string> = Readonly<Record<Column, BulkValue>>

/**
 * Inserts rows of any number in chunks, each one statement; returns how many were inserted. While the
 * server writes one chunk the next is gathered, never more: the source waits.
 */
export async function bulkInsert<Column extends string>(
  tx: Tx,
  target: BulkTarget<Column>,
  rows: AsyncIterable<BulkRow<Column>> | Iterable<BulkRow<Column>>,
): Promise<number> {
  const names = Object.keys(target.columns) as Column[] // What a record's keys are.
  const statement = insertStatement(target, names)
  let chunk = emptyChunk(names)
  let written = Promise.resolve(0)
  const flush = async () => {
    const literals = chunk.columns.map(arrayLiteral)
    const { rows: size } = chunk
    chunk = emptyChunk(names)
    const before = await written
    written = writeChunk(tx, statement, literals).then((count) => before + (count ?? size))
    // Its failure is met by whoever awaits it next; until then it must not count as unhandled.
    written.catch(() => undefined)
  }
  try {
    for await (const row of rows) {
      addRow(chunk, row, names)
      if (isFull(chunk)) await flush()
      else if (chunk.rows % breathe_rows === 0) await setImmediate()
    }
    if (chunk.rows > 0) await flush()
  } finally {
    // The transaction is not left, or rolled back, under a statement that still runs.
    await written.catch(() => undefined)
  }
  return await written
}

// A source in memory would otherwise never let the socket send, nor anybody else's request be served.
const breathe_rows = 250

async function writeChunk(tx: Tx, statement: string, literals: string[]): Promise<number | null> {
  const [counted] = await tx.execute<{ inserted: number }>(statement, literals)
  return counted?.inserted ?? null
}

type Texts = (string | null)[]
type Chunk = { rows: number; characters: number; columns: Texts[] }

function emptyChunk(names: readonly string[]): Chunk {
  return { rows: 0, characters: 0, columns: names.map(() => []) }
}

function addRow<Column extends string>(
  chunk: Chunk,
  row: BulkRow<Column>,
  names: readonly Column[],
): void {
  names.forEach((name, index) => {
    const text = toText(row[name])
    chunk.columns[index]?.push(text)
    chunk.characters += text === null ? 0 : text.length
  })
  chunk.rows++
}

function isFull({ rows, characters }: Chunk): boolean {
  return rows >= bulkLimits.chunk_rows_max || characters >= bulkLimits.chunk_characters_max
}

const identifier = /^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)?$/
const typeName = /^[a-z][a-z0-9_ ]*(\[\])?$/

/** Every column travels as text[] and is cast, so that dates, jsonb and arrays need no case of their own. */
function insertStatement<Column extends string>(
  { table, columns, onConflict }: BulkTarget<Column>,
  names: readonly Column[],
): string {
  const types = names.map((name) => columns[name])
  assert(names.length > 0, 'a bulk insert names its columns')
  assert(
    [table, ...names].every((name) => identifier.test(name)),
    'names are plain identifiers',
  )
  assert(
    types.every((type) => typeName.test(type)),
    'types are plain type names',
  )
  const parts = names.map((_, index) => `c${index}`)
  const casts = types.map((type, index) => (type === 'text' ? `c${index}` : `c${index}::${type}`))
  const insert = `insert into ${table} (${names.join(', ')})
    select ${casts.join(', ')}
    from unnest(${names.map((_, index) => `$${index + 1}::text[]`).join(', ')}) as row (${parts.join(', ')})`
  if (onConflict !== 'skip') return insert
  return `with inserted as (${insert} on conflict do nothing returning 1)
    select count(*) as inserted from inserted`
}

/** A value as PostgreSQL reads it from text. */
function toText(value: BulkValue): string | null {
  if (value === null) return null
  if (typeof value === 'string') return value
  if (typeof value !== 'object') return String(value)
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`
  return Array.isArray(value) ? arrayLiteral(value.map(toText)) : JSON.stringify(value)
}

/**
 * A PostgreSQL array literal. JSON quotes like it, save for control characters: written that way, a
 * column costs a third of what escaping each text costs, which was most of the whole insert.
 */
function arrayLiteral(texts: Texts): string {
  const json = JSON.stringify(texts)
  if (!/\\[^"\\]/.test(json)) return `{${json.slice(1, -1)}}`
  const entries = texts.map((text) =>
    text === null ? 'NULL' : `"${text.replace(/["\\]/g, '\\$&')}"`,
  )
  return `{${entries.join(',')}}`
}
