import { sql } from 'kysely'
import type { z } from 'zod'
import { EmployerStatus } from '#employers/contract'
import type { ReadConnection } from '#platform/postgres'
import {
  findHits,
  formatAccountNo,
  formatJuristicNo,
  splitLegalName,
  thaiNormalize,
} from '#thai-text'
import type { EmployerHit, PageHit, Ranges } from './contract.ts'
import { type FoundPage, misreadRank } from './find-pages.ts'
import { exactRank, type FoundEmployer } from './found-employers.ts'
import type { PageLine, SearchGiven } from './given.ts'
import { bestLine, placesOf } from './page-text.ts'
import type { PageWords, TypedQuery } from './read-query.ts'

type Shown = {
  accountNo: string
  name: string
  district: string | null
  province: string | null
  pages: number
}

/** What the screen shows of these employers, in the order given. */
export async function showEmployers(
  read: ReadConnection,
  given: Pick<SearchGiven, 'officeNames'>,
  { found, typed }: { found: readonly FoundEmployer[]; typed: TypedQuery },
): Promise<EmployerHit[]> {
  if (found.length === 0) return []
  const { rows } = await sql<Shown>`
    select account_no, name, district, province,
      (select count(*) from derived.page_key where page_key.account_no = employer_number.account_no) as pages
    from derived.employer_number
    where account_no = any(${found.map(({ id }) => id)}::text[])`.execute(read.tables())
  const shown = new Map(rows.map((row) => [row.accountNo, row]))
  const offices = await given.officeNames(read)
  return found.flatMap(({ id, rank, officeId, status, matched }) => {
    const row = shown.get(id)
    if (row === undefined) return []
    return {
      ...row,
      matched: { kind: matched.kind, ...highlight(matched, typed) },
      officeId,
      officeName: offices.get(officeId) ?? officeId,
      status: EmployerStatus.catch('unknown').parse(status),
      tier: rank < exactRank ? 'exact' : 'similar',
    }
  })
}

/** What was found as it is shown, and where what was typed stands in it. */
export function highlight(
  { kind, text }: FoundEmployer['matched'],
  typed: TypedQuery,
): { text: string; ranges: z.output<typeof Ranges> } {
  if (typed.reading === 'number') {
    const shown = kind === 'account' ? formatAccountNo(text) : formatJuristicNo(text)
    return { text: shown, ranges: digitRanges(shown, typed.digits) }
  }
  if (typed.reading === 'nothing') return { text, ranges: [] }
  const whole = findHits(text, typed.text)
  const { core } = splitLegalName(thaiNormalize(typed.text))
  const hits = whole.length > 0 ? whole : findHits(text, core)
  return { text, ranges: hits.map(({ start, end }) => [start, end]) }
}

/** Where the digits stand in a number written with dashes. */
function digitRanges(shown: string, digits: string): z.output<typeof Ranges> {
  const places = [...shown.matchAll(/[0-9]/g)].map(({ index }) => index)
  const at = shown.replace(/[^0-9]/g, '').indexOf(digits)
  const start = places[at]
  const last = places[at + digits.length - 1]
  return at < 0 || start === undefined || last === undefined ? [] : [[start, last + 1]]
}

type PageRow = {
  pageId: string
  documentId: string
  ordinal: number
  accountNo: string
  branchNo: string
  employerName: string | null
  type: string
  year: number | null
  lines: PageLine[]
}

/** The line to show of each page, with its words and its box. */
export async function showPages(
  read: ReadConnection,
  given: Pick<SearchGiven, 'documentTypes'>,
  { found, words }: { found: readonly FoundPage[]; words: PageWords },
): Promise<PageHit[]> {
  if (found.length === 0) return []
  const { rows } = await sql<PageRow>`
    select page_id, document_id, ordinal, page_key.account_no, branch_no,
      employer_number.name as employer_name, type, year, lines
    from derived.page_key left join derived.employer_number using (account_no)
    where page_id = any(${found.map(({ id }) => id)}::uuid[])`.execute(read.tables())
  const shown = new Map(rows.map((row) => [row.pageId, row]))
  const types = new Map((await given.documentTypes(read)).map((type) => [type.code, type]))
  return found.flatMap(({ id, rank }) => {
    const row = shown.get(id)
    if (row === undefined) return []
    const { lines, employerName, ...rest } = row
    const places = placesOf(lines, words)
    const line = bestLine(places)
    const type = types.get(row.type)
    return {
      ...rest,
      employerName: employerName ?? row.accountNo,
      typeTitleTh: type?.titleTh ?? row.type,
      formNo: type?.formNo ?? null,
      line: lines[line]?.text ?? '',
      ranges: places.filter((place) => place.line === line).map(({ start, end }) => [start, end]),
      lineBox: [...(lines[line]?.box ?? [0, 0, 1, 1])],
      tier: rank < misreadRank ? 'exact' : 'similar',
    }
  })
}
