import type { Scope } from '#kernel'
import type { Context } from '#record'
import { type Employer, seededRandom } from '#sample-office'
import { find, type SearchGiven } from '#search'
import { splitLegalName } from '#thai-text'
import type { NameQueries } from '../../test/kit/misspelt.ts'
import type { InventedEmployers } from './employers.ts'

export type Measured = {
  name: string
  asked: number
  /** Of a hundred, among the first ten hits of the answer or of the reading that it offers. */
  foundIn10: number
  p50: number
  p95: number
  p99: number
  partial: number
}

type Measuring = {
  given: SearchGiven
  employers: InventedEmployers
  queries: NameQueries
  queryCount: number
}

// Only decide() makes a Scope; a bench of the module states the widest one. Search asks nothing else of it.
const context = { may: () => ({ offices: 'all' }) as unknown as Scope } as unknown as Context

export async function measureClass(measuring: Measuring): Promise<Measured> {
  const { given, employers, queries, queryCount } = measuring
  const random = seededRandom(`bench/${queries.name}`)
  const times: number[] = []
  let found = 0
  let partial = 0
  for (let tries = 0; tries < queryCount * 40 && times.length < queryCount; tries++) {
    const employer = employers.at(random.between(0, employers.count - 1))
    const q = queries.of(employer, random)
    if (q === null) continue
    const started = performance.now()
    let answer = await find(context, given, { q, part: 'employers' })
    times.push(performance.now() - started)
    const [offer] = answer.offers
    if (offer) answer = await find(context, given, { q: offer.q, part: 'employers' })
    if (answer.partial) partial++
    if (isAmong(employer, answer.employers.hits.slice(0, 10))) found++
    else if (process.env['SHOW_MISSES'])
      console.log(
        employer.nameTh,
        employer.nameEn,
        employer.juristicNo,
        '←',
        q,
        answer.employers.hits.slice(0, 2).map(({ name, matched }) => [name, matched.text]),
      )
  }
  times.sort((one, other) => one - other)
  const at = (share: number) => Math.round(10 * (times[Math.floor(times.length * share)] ?? 0)) / 10
  const foundIn10 = Math.round((1_000 * found) / times.length) / 10
  const measured = { foundIn10, p50: at(0.5), p95: at(0.95), p99: at(0.99), partial }
  console.log(queries.name, measured)
  return { name: queries.name, asked: times.length, ...measured }
}

/** The employer itself, or one whose name is the same without its legal form. */
function isAmong(
  employer: Employer,
  hits: readonly { accountNo: string; name: string }[],
): boolean {
  const { key } = splitLegalName(employer.nameTh)
  return hits.some(
    ({ accountNo, name }) => accountNo === employer.accountNo || splitLegalName(name).key === key,
  )
}
