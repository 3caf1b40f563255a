import { type RawBuilder, sql } from 'kysely'
import type { ReadConnection } from '#platform/postgres'
import { readInTime } from './deadline.ts'
import {
  type EmployerSearch,
  exactRank,
  type FoundEmployers,
  keepFound,
  rowLimit,
} from './found-employers.ts'
import { likenessTo, type TypedName, typedName } from './likeness.ts'
import { type Candidates, findCandidates, listsFor, narrowing } from './name-candidates.ts'
import { keepNameLists } from './name-lists.ts'
import { employersWithin, literally } from './narrowing.ts'

export const limits = {
  /** Of the candidates that the lists gave; the others only when none of these is near. */
  alike_first: 50,
  /** Of rows written since the last refill. */
  alike_max: 200,
  /** More hits as typed than this, and alike names are not looked for. */
  exact_enough: 20,
  part_length_min: 2,
  whole_length_min: 10,
}

/** How alike the best candidate must be to stop looking further down. */
const steps = [0.6, 0.45, 0.3]
const enough = 0.82
const alike_min = 0.4

type Row = TypedName & {
  accountNo: string
  officeId: string
  status: string
  province: string | null
  form: string | null
  kind: string
  name: string
}

type Finding = {
  read: ReadConnection
  search: EmployerSearch
  typed: TypedName
  likeness: (stored: TypedName) => number
  answer: FoundEmployers
}

/** By name: as typed first, then alike ones, each employer once by the best of its names. */
export async function findByName(search: EmployerSearch, text: string): Promise<FoundEmployers> {
  const typed = typedName(text)
  const answer: FoundEmployers = { found: new Map(), capped: false, partial: false }
  if (typed.core === '') return answer
  const likeness = likenessTo(typed)
  const inTime = await readInTime(search.given, search.deadline, async (read) => {
    const finding: Finding = { read, search, typed, likeness, answer }
    const whole = await findBeginning(finding)
    // Who typed a whole long name does not want the few that go on before it.
    if (whole && typed.l2.length >= limits.whole_length_min) return
    const sealed = await findSealed(finding)
    await findContaining(finding, sealed)
    if (answer.found.size < limits.exact_enough) await findAlike(finding, sealed)
  })
  answer.partial = !inTime
  return answer
}

/** Names that begin as typed; true when one is the whole of it. */
async function findBeginning(finding: Finding): Promise<boolean> {
  const begins = `${literally(finding.typed.core)}%`
  const limit = rowLimit(finding.search)
  const rows = await select(finding, {
    where: sql`core like ${begins}`,
    tail: sql`order by core, account_no limit ${limit}`,
  })
  keepAsTyped(finding, rows)
  finding.answer.capped = rows.length >= limit
  return rows[0]?.core === finding.typed.core
}

type Sealed = Candidates & { written: boolean }

/** Candidates from the lists of the last refill; `written`: rows have been written since. */
async function findSealed({ read, search, typed }: Finding): Promise<Sealed> {
  const groups = narrowing(search.scope, search.query)
  const nameLists = search.given.nameLists ?? keepNameLists()
  const lists = await nameLists.read(read, listsFor(typed, groups))
  if (lists === null) return { containing: [], alike: [], written: true }
  return { ...findCandidates(typed, { lists, groups }), written: lists.written }
}

async function findContaining(finding: Finding, { containing, written }: Sealed): Promise<void> {
  const { typed, answer, search } = finding
  if (answer.capped || typed.l2.length <= limits.part_length_min) return
  const limit = rowLimit(search)
  const rows = await selectPlaces(finding, containing.slice(0, limit))
  if (written) {
    const contains = `%${literally(typed.l2)}%`
    const where = sql`place is null and l2 like ${contains}`
    rows.push(...(await select(finding, { where, tail: sql`limit ${limit}` })))
  }
  keepAsTyped(finding, rows)
  answer.capped = rows.length >= limit
}

function keepAsTyped({ typed, answer }: Finding, rows: readonly Row[]): void {
  for (const row of rows) {
    const at = row.core.indexOf(typed.core)
    if (at < 0) continue
    // Equal, then beginning, then containing; among them the shorter name is nearer to the words.
    const place = row.core === typed.core ? 0 : at === 0 ? 1 : 2
    keep(answer, row, place + Math.min(row.core.length, 999) / 1_000)
  }
}

async function findAlike(finding: Finding, { alike, written }: Sealed): Promise<void> {
  const { answer } = finding
  let best = answer.found.size > 0 ? 1 : 0
  for (const some of [alike.slice(0, limits.alike_first), alike.slice(limits.alike_first)])
    if (best < enough) best = Math.max(best, keepAlike(finding, await selectPlaces(finding, some)))
  if (!written) return
  for (const step of steps) {
    if (best >= enough && step < 0.6) return
    await sql`select set_config('pg_trgm.similarity_threshold', ${String(step)}, true)`.execute(
      finding.read.tables(),
    )
    for (const where of probes(finding.typed)) {
      const rows = await select(finding, { where, tail: sql`limit ${limits.alike_max}` })
      best = Math.max(best, keepAlike(finding, rows))
    }
  }
}

/** The likeness of the best. */
function keepAlike({ likeness, answer }: Finding, rows: readonly Row[]): number {
  let best = 0
  for (const row of rows) {
    const score = likeness(row)
    best = Math.max(best, score)
    if (score >= alike_min) keep(answer, row, exactRank + 1 - score)
  }
  return best
}

/** Among rows written since the refill: Thai letters by look; Latin ones also by spelling. */
function probes({ l2, latin }: TypedName): RawBuilder<unknown>[] {
  const wanted: RawBuilder<unknown>[] = []
  if (l2.length > limits.part_length_min) wanted.push(sql`place is null and l2 % ${l2}`)
  if (latin.length > limits.part_length_min)
    wanted.push(sql`place is null and latin % ${latin} and latin <> ''`)
  return wanted
}

async function selectPlaces(finding: Finding, places: readonly number[]): Promise<Row[]> {
  if (places.length === 0) return []
  return await select(finding, { where: sql`place = any(${[...places]}::int[])`, tail: sql`` })
}

async function select(
  { read, search: { scope, query } }: Finding,
  { where, tail }: { where: RawBuilder<unknown>; tail: RawBuilder<unknown> },
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select account_no, office_id, status, province, form, kind, name, core, l2, latin
    from derived.employer_key
    where ${where} and ${employersWithin(scope, query)}
    ${tail}`.execute(read.tables())
  return rows
}

function keep(answer: FoundEmployers, row: Row, rank: number): void {
  const { accountNo: id, officeId, status, province, form, kind, name } = row
  const matched = { kind, text: name }
  keepFound(answer, { id, rank, officeId, status, province, form, matched })
}
