import { Client } from 'pg'
import { connect, type Database, withDatabase } from '#platform/postgres'
import { segmentWords, thaiNormalize } from '#thai-text'
import type { Asked } from './ask.ts'

/** What PostgreSQL finds without our keys: account numbers, best first. */
export type PlainEngine = { name: string; ask: Asked }

type Row = { account_no: string; name: string }

const batch = 20_000

/**
 * The same names once more: trigrams on the names as they are, and full text over their words. In a database
 * of its own, since in the C locale no Thai letter is one for trigrams.
 */
export async function plainEngines(
  keyed: Database,
): Promise<{ engines: PlainEngine[]; stop(): Promise<void> }> {
  await createPlain(keyed)
  const database = connect(withDatabase(keyed.settings, 'plain'), { readers_max: 2 })
  await fill(keyed, database)
  const engines: PlainEngine[] = [
    {
      name: 'pg_trgm on names',
      ask: (q) =>
        best(database, {
          before: `set local pg_trgm.similarity_threshold = 0.3`,
          text: `select account_no, name from bench.plain_name where lower(name) % lower($1)
                 order by similarity(lower(name), lower($1)) desc limit 10`,
          value: thaiNormalize(q),
        }),
    },
    {
      name: 'full text over words',
      ask: (q) =>
        best(database, {
          before: 'select 1',
          text: `select account_no, name from bench.plain_name,
                   plainto_tsquery('simple', $1) typed
                 where words @@ typed order by ts_rank(words, typed) desc limit 10`,
          value: segmentWords(q).join(' '),
        }),
    },
  ]
  return { engines, stop: () => database.close() }
}

async function createPlain(keyed: Database): Promise<void> {
  const client = new Client(keyed.settings)
  await client.connect()
  try {
    const { rows } = await client.query("select from pg_database where datname = 'plain'")
    if (rows.length === 0)
      await client.query(
        "create database plain template template0 lc_collate 'C' lc_ctype 'C.UTF-8'",
      )
  } finally {
    await client.end()
  }
}

async function best(
  database: Database,
  { before, text, value }: { before: string; text: string; value: string },
): ReturnType<Asked> {
  const rows = await database.snapshot(async (read) => {
    await read.execute(before)
    return await read.execute<Row>(text, [value])
  })
  return { hits: rows.map(({ account_no, name }) => ({ accountNo: account_no, name })) }
}

async function fill(keyed: Database, database: Database): Promise<void> {
  const [there] = await database.reader.execute<{ there: boolean }>(
    `select to_regclass('bench.plain_name') is not null as there`,
  )
  if (there?.there) return
  await database.transaction(async (tx) => {
    await tx.execute('create extension if not exists pg_trgm')
    await tx.execute('create schema bench')
    await tx.execute('create table bench.plain_name (account_no text, name text, words tsvector)')
    for await (const rows of namesIn(keyed)) {
      await tx.execute(
        `insert into bench.plain_name select account_no, name, to_tsvector('simple', words)
         from unnest($1::text[], $2::text[], $3::text[]) given(account_no, name, words)`,
        [
          rows.map(({ account_no }) => account_no),
          rows.map(({ name }) => name),
          rows.map(({ name }) => segmentWords(name).join(' ')),
        ],
      )
    }
    await tx.execute('create index on bench.plain_name using gin (lower(name) gin_trgm_ops)')
    await tx.execute('create index on bench.plain_name using gin (words)')
  })
  await database.transaction((tx) => tx.execute('analyze bench.plain_name'))
}

/** Every name, so many at a time, in the order of their places. */
export async function* namesIn(keyed: Database): AsyncGenerator<Row[]> {
  for (let next = 0; ; next += batch) {
    const rows = await keyed.reader.execute<Row>(
      'select account_no, name from derived.employer_key where place >= $1 and place < $2',
      [next, next + batch],
    )
    if (rows.length === 0) return
    yield rows
  }
}
