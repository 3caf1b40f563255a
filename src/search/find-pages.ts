import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '#kernel'
import type { ReadConnection } from '#platform/postgres'
import type { SearchQuery } from './contract.ts'
import { type Deadline, readInTime } from './deadline.ts'
import type { SearchGiven } from './given.ts'
import { judgePage, lettersOf } from './judge-misread.ts'
import { only, within } from './narrowing.ts'
import { costAllowed, tolerance } from './near-word.ts'
import { likelyPlaces, narrowingPages, placesAsTyped } from './page-candidates.ts'
import { piecesOfWord } from './page-pieces.ts'
import { canBegin, keysWanted, type PageWords } from './read-query.ts'

export const limits = {
  counted_max: 1_000,
  /** Pages whose text is compared letter by letter for one tolerant answer. */
  compared_max: 500,
  /** With so many pages as typed, others are not looked for. */
  exact_enough: 10,
  looked_up_at_once: 500,
  account_pages_max: 2_000,
}

/** A page found: under rank 1 it holds the words as typed, else rank is what its mistakes cost. */
export type FoundPage = { id: string; rank: number; type: string; year: number | null }

export const misreadRank = 1

export type FoundPages = { found: Map<string, FoundPage>; capped: boolean; partial: boolean }

export type PageSearch = {
  given: Pick<SearchGiven, 'snapshot'>
  deadline: Deadline
  scope: Scope
  query: Pick<SearchQuery, 'office' | 'type' | 'year' | 'account'>
}

/** Pages that hold the words as typed, and, when those are few, pages on which they were misread. */
export async function findPages(search: PageSearch, words: PageWords): Promise<FoundPages> {
  const answer: FoundPages = { found: new Map(), capped: false, partial: false }
  if (!isNarrow(search.query, words)) return answer
  const inTime = await readInTime(search.given, search.deadline, async (read) => {
    const finding: Finding = { read, search, words, answer }
    await findAsTyped(finding)
    if (answer.found.size < limits.exact_enough) await findMisread(finding)
  })
  answer.partial = !inTime
  return answer
}

/** Inside one employer file, or one kind of form, even short words or none may begin. */
function isNarrow({ account, type }: PageSearch['query'], words: PageWords): boolean {
  if (canBegin(words) || type !== undefined) return true
  return account !== undefined && keysWanted(words).length > 0
}

type Finding = { read: ReadConnection; search: PageSearch; words: PageWords; answer: FoundPages }
type Row = { pageId: string; type: string; year: number | null; key: string }

/** Those of one employer, or of a kind without words, and those not in the lists yet; then the lists. */
async function findAsTyped({ read, search, words, answer }: Finding): Promise<void> {
  const most = limits.counted_max + 1
  const where = all(keysWanted(words).map(holds))
  const keep = (rows: readonly Row[]) => {
    for (const { pageId: id, type, year, key } of rows)
      answer.found.set(id, { id, rank: judgePage(key, words, 0)?.rank ?? 0, type, year })
    answer.capped = answer.found.size >= most
  }
  const listed = isListed(search, words)
  const tail = sql`limit ${most}`
  keep(await select(read, search, { words, where: sql`${where} and ${unlisted(listed)}`, tail }))
  if (!listed) return
  const groups = narrowingPages(search.scope, search.query)
  const places = await placesAsTyped(read, keysWanted(words), groups)
  for (let at = 0; at < places.length && !answer.capped; at += limits.looked_up_at_once) {
    const some = places.slice(at, at + limits.looked_up_at_once)
    keep(await select(read, search, { words, where: sql`${where} and ${isAt(some)}`, tail }))
  }
}

/** The lists narrow by words of three letters and more; the index of an account or a type does the rest. */
function isListed({ query }: PageSearch, words: PageWords): boolean {
  return query.account === undefined && canBegin(words)
}

function unlisted(listed: boolean): RawBuilder<unknown> {
  return listed ? sql`place is null` : sql`true`
}

function isAt(places: readonly number[]): RawBuilder<unknown> {
  return sql`place = any(${[...places]}::int[])`
}

/** Candidates hold rare pieces of the words; whether they are near is decided here. */
async function findMisread({ read, search, words, answer }: Finding): Promise<void> {
  const terms = keysWanted(words)
  const pieces = terms.flatMap(piecesOfWord)
  if (pieces.length === 0) return
  const rows: Row[] = []
  if (isListed(search, words)) {
    const groups = narrowingPages(search.scope, search.query)
    const places_max = limits.compared_max
    const places = await likelyPlaces(read, { words: terms, groups, places_max })
    rows.push(...(await select(read, search, { words, where: isAt(places), tail: sql`` })))
  }
  const held = sql.join(
    pieces.map((piece) => sql`(${holds(piece)})::int`),
    sql` + `,
  )
  const some = sql`(${sql.join(pieces.map(holds), sql` or `)}) and ${unlisted(isListed(search, words))}`
  const tail = sql`order by ${held} desc limit ${limits.compared_max}`
  rows.push(...(await select(read, search, { words, where: some, tail })))
  keepNear(rows, words, answer)
}

/** Those within the share of mistakes; where they are few, the nearest others stand in. */
function keepNear(rows: readonly Row[], words: PageWords, answer: FoundPages): void {
  const phrase = words.phrases.length > 0
  const share = !phrase
    ? tolerance.last
    : answer.found.size > 0
      ? tolerance.beside_exact
      : tolerance.share
  const near: (FoundPage & { cost: number })[] = []
  for (const { pageId: id, type, year, key } of rows) {
    const judged = answer.found.has(id) ? null : judgePage(key, words, share)
    if (judged !== null) near.push({ id, type, year, ...judged })
  }
  const allowed = costAllowed(lettersOf(words))
  for (const { cost, ...page } of near.sort((one, other) => one.cost - other.cost)) {
    if (cost > allowed && answer.found.size >= limits.exact_enough) return
    answer.found.set(page.id, page)
  }
}

/** As the index of what is not in the lists yet has it. */
const sought = sql`translate(key, '46789', '52355')`

function holds(word: string): RawBuilder<unknown> {
  return sql`${sought} like ${`%${word}%`}`
}

function all(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql.join([sql`true`, ...conditions], sql` and `)
}

type Selecting = { words: PageWords; where: RawBuilder<unknown>; tail: RawBuilder<unknown> }

async function select(
  read: ReadConnection,
  { scope, query }: PageSearch,
  { words, where, tail }: Selecting,
): Promise<Row[]> {
  const without = all(words.unwanted.map((word) => sql`${sought} not like ${`%${word.key}%`}`))
  const { rows } = await sql<Row>`
    select page_id, type, year, key from derived.page_key
    where ${where} and ${without} and ${within(scope, query.office)}
      and ${only('account_no', query.account)} and ${only('type', query.type)}
      and ${only('year', query.year)}
    ${tail}`.execute(read.tables())
  return rows
}
