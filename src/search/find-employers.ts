import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '#kernel'
import type { ReadConnection } from '#platform/postgres'
import type { SearchQuery } from './contract.ts'
import { type Deadline, readInTime } from './deadline.ts'
import type { SearchGiven } from './given.ts'
import { likeness, type TypedName, typedName } from './likeness.ts'
import { literally, only, within } from './narrowing.ts'

export const limits = {
  counted_max: 1_000,
  candidates_max: 200,
  /** More hits as typed than this, and alike names are not looked for. */
  exact_enough: 20,
  part_length_min: 2,
  whole_length_min: 10,
}

/** How alike the best candidate must be to stop looking further down. */
const steps = [0.6, 0.45, 0.3]
const enough = 0.82
const alike_min = 0.4

/** An employer found: `rank` orders, smaller first; under 10 it was found as typed. */
export type FoundEmployer = {
  id: string
  rank: number
  officeId: string
  status: string
  matched: { kind: string; text: string }
}

export type FoundEmployers = {
  found: Map<string, FoundEmployer>
  capped: boolean
  partial: boolean
}

export const exactRank = 10

type Row = TypedName & {
  accountNo: string
  officeId: string
  status: string
  kind: string
  name: string
}

type Search = {
  given: Pick<SearchGiven, 'snapshot'>
  deadline: Deadline
  scope: Scope
  query: Pick<SearchQuery, 'office' | 'status' | 'account'>
}

/** By name: as typed first, then alike ones, each employer once by the best of its names. */
export async function findByName(search: Search, text: string): Promise<FoundEmployers> {
  const typed = typedName(text)
  const answer: FoundEmployers = { found: new Map(), capped: false, partial: false }
  const inTime = await readInTime(search.given, search.deadline, async (read) => {
    await findAsTyped(read, search, { typed, answer })
    if (answer.found.size < limits.exact_enough) await findAlike(read, search, { typed, answer })
  })
  answer.partial = !inTime
  return answer
}

type Finding = { typed: TypedName; answer: FoundEmployers }

async function findAsTyped(read: ReadConnection, search: Search, { typed, answer }: Finding) {
  if (typed.core === '') return
  const limit = limits.counted_max + 1
  const begins = `${literally(typed.core)}%`
  const rows = await select(read, search, {
    where: sql`core like ${begins}`,
    tail: sql`order by core, account_no limit ${limit}`,
  })
  const contains = `%${literally(typed.l2)}%`
  // Who typed a whole long name does not want the few that go on before it, and they cost the most.
  const whole = typed.l2.length >= limits.whole_length_min && rows[0]?.core === typed.core
  if (!whole && typed.l2.length > limits.part_length_min && rows.length < limit)
    rows.push(
      ...(await select(read, search, {
        where: sql`l2 like ${contains}`,
        tail: sql`limit ${limit}`,
      })),
    )
  for (const row of rows) {
    const at = row.core.indexOf(typed.core)
    if (at < 0) continue
    // Equal, then beginning, then containing; among them the shorter name is nearer to the words.
    const place = row.core === typed.core ? 0 : at === 0 ? 1 : 2
    keep(answer, row, place + Math.min(row.core.length, 999) / 1_000)
  }
  answer.capped = rows.length >= limit
}

async function findAlike(read: ReadConnection, search: Search, { typed, answer }: Finding) {
  let best = answer.found.size > 0 ? 1 : 0
  for (const step of steps) {
    if (best >= enough || search.deadline.left_ms() === 0) return
    await sql`select set_config('pg_trgm.similarity_threshold', ${String(step)}, true)`.execute(
      read.tables(),
    )
    for (const where of probes(typed)) {
      const tail = sql`limit ${limits.candidates_max}`
      for (const row of await select(read, search, { where, tail })) {
        const score = likeness(typed, row)
        best = Math.max(best, score)
        if (score >= alike_min) keep(answer, row, exactRank + 1 - score)
      }
    }
  }
}

/** The Thai letters by look; Latin letters also by spelling and by sound. */
function probes({ l2, l3, latin }: TypedName): RawBuilder<unknown>[] {
  const wanted: RawBuilder<unknown>[] = []
  if (l2.length > limits.part_length_min) wanted.push(sql`l2 % ${l2}`)
  if (latin.length > limits.part_length_min) {
    wanted.push(sql`latin % ${latin} and latin <> ''`)
    if (l3.length > limits.part_length_min) wanted.push(sql`l3 % ${l3} and l3 <> ''`)
  }
  return wanted
}

async function select(
  read: ReadConnection,
  { scope, query }: Search,
  { where, tail }: { where: RawBuilder<unknown>; tail: RawBuilder<unknown> },
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select account_no, office_id, status, kind, name, core, l2, l3, latin
    from derived.employer_key
    where ${where} and ${within(scope, query.office)}
      and ${only('status', query.status)} and ${only('account_no', query.account)}
    ${tail}`.execute(read.tables())
  return rows
}

function keep(answer: FoundEmployers, row: Row, rank: number): void {
  const { accountNo: id, officeId, status, kind, name } = row
  const before = answer.found.get(id)
  if (before && before.rank <= rank) return
  answer.found.set(id, { id, rank, officeId, status, matched: { kind, text: name } })
}

type NumberRow = {
  accountNo: string
  officeId: string
  status: string
  juristic: string | null
  tax: string | null
}

/** By account, juristic or tax number: whole, its beginning, its end, and from four digits on any part. */
export async function findByNumber(search: Search, digits: string): Promise<FoundEmployers> {
  const answer: FoundEmployers = { found: new Map(), capped: false, partial: false }
  const { scope, query } = search
  const inTime = await readInTime(search.given, search.deadline, async (read) => {
    const limit = limits.counted_max + 1
    const patterns = digits.length >= 4 ? [`%${digits}%`] : [`${digits}%`, `%${digits}`]
    const { rows } = await sql<NumberRow>`
      select account_no, office_id, status, juristic, tax from derived.employer_number
      where (account_no like any(${patterns}::text[]) or juristic like any(${patterns}::text[])
          or tax like any(${patterns}::text[]))
        and ${within(scope, query.office)}
        and ${only('status', query.status)} and ${only('account_no', query.account)}
      limit ${limit}`.execute(read.tables())
    for (const row of rows) keepNumber(answer, row, digits)
    answer.capped = rows.length >= limit
  })
  answer.partial = !inTime
  return answer
}

function keepNumber(answer: FoundEmployers, row: NumberRow, digits: string): void {
  const { accountNo: id, officeId, status } = row
  const numbers = { account: id, juristic: row.juristic, tax: row.tax }
  Object.entries(numbers).forEach(([kind, text], order) => {
    if (text === null || !text.includes(digits)) return
    const place = text === digits ? 0 : text.startsWith(digits) ? 1 : text.endsWith(digits) ? 2 : 3
    const rank = place + order / 10
    const before = answer.found.get(id)
    if (before && before.rank <= rank) return
    answer.found.set(id, { id, rank, officeId, status, matched: { kind, text } })
  })
}
