import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '#kernel'
import type { ReadConnection } from '#platform/postgres'
import type { SearchQuery } from './contract.ts'
import { type Deadline, readInTime } from './deadline.ts'
import type { SearchGiven } from './given.ts'
import { type Judged, judgePage, lettersOf } from './judge-misread.ts'
import { only, within } from './narrowing.ts'
import { costAllowed, tolerance } from './near-word.ts'
import { likelyPlaces, listSizes, narrowingPages, placesAsTyped } from './page-candidates.ts'
import { limits as pieceLimits, piecesOfWord } from './page-pieces.ts'
import { allWanted, canBegin, keysWanted, type PageWord, type PageWords } from './read-query.ts'
import { isMisread, piecesToWeigh, limits as weighLimits } from './weigh-misread.ts'

export const limits = {
  counted_max: 1_000,
  /** Pages whose text is compared letter by letter for one tolerant answer. */
  compared_max: 500,
  /** With so many pages as typed, others are not looked for. */
  exact_enough: 10,
  /** Of a phrase that no page seems to hold. */
  stand_in_max: 1,
  looked_up_at_once: 500,
  account_pages_max: 2_000,
}

/** A page found: under rank 1 it holds the words as typed, else its rank is what its mistakes cost. */
export type FoundPage = { id: string; rank: number; type: string; year: number | null }

export const misreadRank = 1
const sureRank = 0.1

const { piece_letters } = pieceLimits

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
    if (surelyMeant(answer) < limits.exact_enough) await findMisread(finding)
  })
  answer.partial = !inTime
  return answer
}

/** Inside one employer file, or one kind of form, even short words or none may begin. */
function isNarrow({ account, type }: PageSearch['query'], words: PageWords): boolean {
  if (canBegin(words) || type !== undefined) return true
  return account !== undefined && keysWanted(words).length > 0
}

/** Pages as typed whose words stand together. */
function surelyMeant({ found }: FoundPages): number {
  let sure = 0
  for (const { rank } of found.values()) if (rank < sureRank) sure++
  return sure
}

type Finding = { read: ReadConnection; search: PageSearch; words: PageWords; answer: FoundPages }
type Row = { pageId: string; type: string; year: number | null; key: string }

/** Those of one employer, or of a kind without words, and those not in the lists yet; then the lists. */
async function findAsTyped({ read, search, words, answer }: Finding): Promise<void> {
  const most = limits.counted_max + 1
  const where = all(allWanted(words).map(holds))
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
async function findMisread(finding: Finding): Promise<void> {
  const { read, search, words } = finding
  const terms = [...allWanted(words).flatMap(({ key, ofClass }) => [key, ofClass]), ...seams(words)]
  const pieces = [...new Set(allWanted(words).flatMap(({ ofClass }) => piecesOfWord(ofClass)))]
  if (pieces.length === 0) return
  const rows: Row[] = []
  if (isListed(search, words)) {
    const groups = narrowingPages(search.scope, search.query)
    const places_max = limits.compared_max
    const places = await likelyPlaces(read, { words: terms, groups, places_max })
    rows.push(...(await select(read, search, { words, where: isAt(places), tail: sql`` })))
  }
  const held = sql.join(
    pieces.map((piece) => sql`(${holdsOfClass(piece)})::int`),
    sql` + `,
  )
  const some = sql`(${sql.join(pieces.map(holdsOfClass), sql` or `)}) and ${unlisted(isListed(search, words))}`
  const tail = sql`order by ${held} desc limit ${limits.compared_max}`
  rows.push(...(await select(read, search, { words, where: some, tail })))
  await keepNear(finding, rows)
}

/** The letters where words typed behind each other meet: on a page they often do. */
function seams({ wanted }: PageWords): string[] {
  return wanted.slice(1).map(({ key }, at) => {
    const before = wanted[at]?.key ?? ''
    return before.slice(1 - piece_letters) + key.slice(0, piece_letters - 1)
  })
}

type NearPage = FoundPage & Judged

/** Those within the share of mistakes; where they are few, the nearest others stand in. */
async function keepNear({ read, words, answer }: Finding, rows: readonly Row[]): Promise<void> {
  const share = words.phrases.length > 0 ? tolerance.share : tolerance.last
  const near: NearPage[] = []
  for (const { pageId: id, type, year, key } of rows) {
    const judged = answer.found.has(id) ? null : judgePage(key, words, share)
    if (judged !== null) near.push({ id, type, year, ...judged })
  }
  const allowed = costAllowed(lettersOf(words))
  const weighed = words.phrases.length > 0 ? await weigh(read, near, answer.found.size) : near
  for (const { id, type, year, rank, cost } of weighed.sort(
    (one, other) => one.rank - other.rank,
  )) {
    if (cost > allowed && surelyMeant(answer) >= limits.exact_enough) continue
    answer.found.set(id, { id, rank, type, year })
  }
}

/** Without the pages where other words stand rather than the phrases misread; if that is all, the nearest stand in. */
async function weigh(
  read: ReadConnection,
  near: readonly NearPage[],
  exact: number,
): Promise<NearPage[]> {
  const alike = new Map<string, number>()
  for (const { stretch } of near.flatMap(({ misread }) => misread))
    alike.set(stretch, (alike.get(stretch) ?? 0) + 1)
  const most = Math.max(weighLimits.alike_max, exact / weighLimits.alike_in)
  const rare = near.filter(({ misread }) =>
    misread.every(({ stretch }) => (alike.get(stretch) ?? 0) <= most),
  )
  const sizes = await listSizes(read, piecesToWeigh(rare.flatMap(({ misread }) => misread)))
  const sure = rare.filter(({ misread }) => misread.every((each) => isMisread(each, sizes, exact)))
  if (sure.length > 0 || exact > 0) return sure
  const scattered = near.filter(({ rank, cost }) => rank === cost)
  return scattered.sort((one, other) => one.rank - other.rank).slice(0, limits.stand_in_max)
}

/** As the index of what is not in the lists yet has it. */
const sought = sql`translate(key, '46789', '52355')`

function holdsOfClass(word: string): RawBuilder<unknown> {
  return sql`${sought} like ${`%${word}%`}`
}

function holds({ key, ofClass }: PageWord): RawBuilder<unknown> {
  const asRead = /[0-9]/.test(key) ? sql`key like ${`%${key}%`}` : sql`true`
  return sql`${holdsOfClass(ofClass)} and ${asRead}`
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
  const without = all(words.unwanted.map((word) => sql`key not like ${`%${word.key}%`}`))
  const { rows } = await sql<Row>`
    select page_id, type, year, key from derived.page_key
    where ${where} and ${without} and ${within(scope, query.office)}
      and ${only('account_no', query.account)} and ${only('type', query.type)}
      and ${only('year', query.year)}
    ${tail}`.execute(read.tables())
  return rows
}
