import { type Employer, seededRandom } from '#sample-office'
import { splitLegalName } from '#thai-text'
import type { NameQueries } from '../../test/kit/misspelt.ts'
import type { Asked, Hit } from './ask.ts'
import type { InventedEmployers } from './employers.ts'
import { percentile } from './percentile.ts'

export type Measured = {
  name: string
  asked: number
  /** Of a hundred, among the first ten hits of the answer or of the reading that it offers. */
  foundIn10: number
  /** Of a hundred, the same or in an answer that counts more hits than it shows. */
  foundOrCounted: number
  p50: number
  p95: number
  p99: number
  /** Processor time of a question and its offer, here and in the database, in milliseconds. */
  processor: number
}

type Measuring = {
  ask: Asked
  employers: InventedEmployers
  queries: NameQueries
  queryCount: number
  /** Other queries of the same kinds for another word. */
  seed: string
  processor_ms: () => number
}

export async function measureClass(measuring: Measuring): Promise<Measured> {
  const { ask, employers, queries, queryCount, seed, processor_ms } = measuring
  const random = seededRandom(`${seed}/${queries.name}`)
  const times: number[] = []
  const processorBefore = processor_ms()
  let found = 0
  let counted = 0
  for (let tries = 0; tries < queryCount * 40 && times.length < queryCount; tries++) {
    const employer = employers.at(random.between(0, employers.count - 1))
    const q = queries.of(employer, random)
    if (q === null) continue
    const started = performance.now()
    const answer = await ask(q)
    times.push(performance.now() - started)
    const offered = answer.offer === undefined ? answer : await ask(answer.offer)
    const answers = [answer, offered]
    if (answers.some(({ hits }) => isAmong(employer, hits.slice(0, 10)))) found++
    else if (answers.some(({ count = 0 }) => count > 10)) counted++
  }
  const share = (count: number) => Math.round((1_000 * count) / times.length) / 10
  const measured = {
    foundIn10: share(found),
    foundOrCounted: share(found + counted),
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    processor: Math.round((10 * (processor_ms() - processorBefore)) / times.length) / 10,
  }
  console.log(queries.name, measured)
  return { name: queries.name, asked: times.length, ...measured }
}

/** The employer itself, or one whose name is the same without its legal form. */
function isAmong(employer: Employer, hits: readonly Hit[]): boolean {
  const { key } = splitLegalName(employer.nameTh)
  return hits.some(
    ({ accountNo, name }) =>
      accountNo === employer.accountNo ||
      name === employer.nameEn ||
      splitLegalName(name).key === key,
  )
}
