import { sql } from 'kysely'
import { readInTime } from './deadline.ts'
import { type EmployerSearch, type FoundEmployers, keepFound, rowLimit } from './found-employers.ts'
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
  const { scope, query } = search
  const inTime = await readInTime(search.given, search.deadline, async (read) => {
    const limit = rowLimit(search)
    const patterns = digits.length >= 4 ? [`%${digits}%`] : [`${digits}%`, `%${digits}`]
    const { rows } = await sql<NumberRow>`
      select account_no, office_id, status, province, form, juristic, tax from derived.employer_number
      where (account_no like any(${patterns}::text[]) or juristic like any(${patterns}::text[])
          or tax like any(${patterns}::text[]))
        and ${employersWithin(scope, query)}
      limit ${limit}`.execute(read.tables())
    for (const row of rows) keepNumber(answer, row, digits)
    answer.capped = rows.length >= limit
  })
  answer.partial = !inTime
  return answer
}

function keepNumber(answer: FoundEmployers, row: NumberRow, digits: string): void {
  const { accountNo: id, officeId, status, province, form } = row
  const numbers = { account: id, juristic: row.juristic, tax: row.tax }
  Object.entries(numbers).forEach(([kind, text], order) => {
    if (text === null || !text.includes(digits)) return
    const place = text === digits ? 0 : text.startsWith(digits) ? 1 : text.endsWith(digits) ? 2 : 3
    const rank = place + order / 10
    keepFound(answer, { id, rank, officeId, status, province, form, matched: { kind, text } })
  })
}
