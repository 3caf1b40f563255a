import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '#kernel'
import type { ReadConnection } from '#platform/postgres'
import { editsAllowed, piecesOf } from './approximate.ts'
import type { SearchQuery } from './contract.ts'
import { type Deadline, readInTime } from './deadline.ts'
import type { SearchGiven } from './given.ts'
import { only, within } from './narrowing.ts'
import { editsOf } from './page-text.ts'
import { canBegin, type PageWords } from './read-query.ts'

export const limits = {
  counted_max: 1_000,
  /** Pages whose text is compared letter by letter for one tolerant answer. */
  compared_max: 300,
  /** With so many pages as typed, others are not looked for. */
  exact_enough: 10,
  words_tolerated_max: 6,
}

/** A page found: rank 0 holds the words as typed, else the number of edits. */
export type FoundPage = { id: string; rank: number; type: string; year: number | null }

export type FoundPages = { found: Map<string, FoundPage>; capped: boolean; partial: boolean }

type Search = {
  given: Pick<SearchGiven, 'snapshot'>
  deadline: Deadline
  scope: Scope
  query: Pick<SearchQuery, 'office' | 'type' | 'year' | 'account'>
}

export async function findPages(search: Search, words: PageWords): Promise<FoundPages> {
  const answer: FoundPages = { found: new Map(), capped: false, partial: false }
  if (!isNarrow(search.query, words)) return answer
  const inTime = await readInTime(search.given, search.deadline, async (read) => {
    await findAsTyped(read, search, { words, answer })
    if (answer.found.size < limits.exact_enough) await findNearly(read, search, { words, answer })
  })
  answer.partial = !inTime
  return answer
}

/** Inside one employer file, or one kind of form, even short words or none may begin. */
function isNarrow({ account, type }: Search['query'], words: PageWords): boolean {
  const { wanted, phrases } = words
  if (canBegin(words) || type !== undefined) return true
  return account !== undefined && wanted.length + phrases.length > 0
}

type Finding = { words: PageWords; answer: FoundPages }
type Row = { pageId: string; type: string; year: number | null; key: string }

async function findAsTyped(read: ReadConnection, search: Search, { words, answer }: Finding) {
  const limit = limits.counted_max + 1
  const where = all([...words.wanted, ...words.phrases].map((word) => sql`key like ${`%${word}%`}`))
  const tail = sql`limit ${limit}`
  const rows = await select(read, search, { words, where, tail, column: sql`'' as key` })
  for (const { pageId: id, type, year } of rows) answer.found.set(id, { id, rank: 0, type, year })
  answer.capped = rows.length >= limit
}

/** Candidates hold one unchanged piece of every long word; whether they are near is decided here. */
async function findNearly(read: ReadConnection, search: Search, { words, answer }: Finding) {
  const { wanted, phrases } = words
  const tolerant = wanted.filter((word) => editsAllowed(word) > 0)
  if (tolerant.length === 0 || tolerant.length > limits.words_tolerated_max) return
  const exact = [...wanted.filter((word) => !tolerant.includes(word)), ...phrases]
  const patterns = tolerant.map((word) => piecesOf(word).map((piece) => `%${piece}%`))
  const where = all([
    ...exact.map((word) => sql`key like ${`%${word}%`}`),
    ...patterns.map((pieces) => sql`key like any(${pieces}::text[])`),
  ])
  const held = patterns.flat().map((piece) => sql`(key like ${piece})::int`)
  const tail = sql`order by ${sql.join(held, sql` + `)} desc limit ${limits.compared_max}`
  for (const row of await select(read, search, { words, where, tail, column: sql`key` })) {
    const { pageId: id, type, year } = row
    const edits = answer.found.has(id) ? null : editsOf(row.key, words)
    if (edits !== null) answer.found.set(id, { id, rank: edits, type, year })
  }
}

function all(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql.join([sql`true`, ...conditions], sql` and `)
}

type Selecting = {
  words: PageWords
  where: RawBuilder<unknown>
  tail: RawBuilder<unknown>
  column: RawBuilder<unknown>
}

async function select(
  read: ReadConnection,
  { scope, query }: Search,
  { words, where, tail, column }: Selecting,
): Promise<Row[]> {
  const without = all(words.unwanted.map((word) => sql`key not like ${`%${word}%`}`))
  const { rows } = await sql<Row>`
    select page_id, type, year, ${column} from derived.page_key
    where ${where} and ${without} and ${within(scope, query.office)}
      and ${only('account_no', query.account)} and ${only('type', query.type)}
      and ${only('year', query.year)}
    ${tail}`.execute(read.tables())
  return rows
}
