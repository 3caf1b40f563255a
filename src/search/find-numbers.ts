import { type RawBuilder, sql } from 'kysely'
import type { ReadConnection } from '#platform/postgres'
import { readInTime } from './deadline.ts'
import { type EmployerSearch, type FoundEmployers, keepFound, rowLimit } from './found-employers.ts'
import { findNumberPlaces, listsForDigits, narrowing } from './name-candidates.ts'
import { keepNameLists } from './name-lists.ts'
import { employersWithin } from './narrowing.ts'

type NumberRow = {
  accountNo: string
  officeId: string
  status: string
  province: string | null
  form: string | null
  juristic: string | null
  tax: string | null
}

/** By account, juristic or tax number: whole, its beginning, its end, and from four digits on any part. */
export async function findByNumber(
  search: EmployerSearch,
  digits: string,
): Promise<FoundEmployers> {
  const answer: FoundEmployers = { found: new Map(), capped: false, partial: false }
  const inTime = await readInTime(search.given, search.deadline, async (read) => {
    const limit = rowLimit(search)
    const groups = narrowing(search.scope, search.query)
    const nameLists = search.given.nameLists ?? keepNameLists()
    const lists = await nameLists.read(read, listsForDigits(digits, groups))
    const places = lists === null ? [] : findNumberPlaces(digits, { lists, groups }).slice(0, limit)
    const rows = places.length > 0 ? await select(read, search, atPlaces(places)) : []
    // What was written since the last refill has no place.
    if (lists === null || lists.written) rows.push(...(await select(read, search, holding(digits))))
    for (const row of rows) keepNumber(answer, row, digits)
    answer.capped = rows.length >= limit
  })
  answer.partial = !inTime
  return answer
}

function atPlaces(places: readonly number[]): RawBuilder<boolean> {
  return sql<boolean>`place = any(${[...places]}::int[])`
}

function holding(digits: string): RawBuilder<boolean> {
  const patterns = digits.length >= 4 ? [`%${digits}%`] : [`${digits}%`, `%${digits}`]
  return sql<boolean>`place is null and (account_no like any(${patterns}::text[])
    or juristic like any(${patterns}::text[]) or tax like any(${patterns}::text[]))`
}

async function select(
  read: ReadConnection,
  search: EmployerSearch,
  where: RawBuilder<boolean>,
): Promise<NumberRow[]> {
  const { rows } = await sql<NumberRow>`
    select account_no, office_id, status, province, form, juristic, tax from derived.employer_number
    where ${where} and ${employersWithin(search.scope, search.query)}
    limit ${rowLimit(search)}`.execute(read.tables())
  return rows
}

function keepNumber(answer: FoundEmployers, row: NumberRow, digits: string): void {
  const { accountNo: id, officeId, status, province, form } = row
  const numbers = { account: id, juristic: row.juristic, tax: row.tax }
  Object.entries(numbers).forEach(([kind, text], order) => {
    if (text === null || !text.includes(digits)) return
    const place = text === digits ? 0 : text.startsWith(digits) ? 1 : text.endsWith(digits) ? 2 : 3
    const rank = place + order / 10
    const matched = { kind, text }
    keepFound(answer, { id, rank, officeId, status, province, form, matched })
  })
}
