import { seededRandom } from '#sample-office'
import { find, type SearchGiven } from '#search'
import { nameQueries } from '../../test/kit/misspelt.ts'
import { contextFor } from './database.ts'
import type { InventedEmployers } from './employers.ts'
import { percentile } from './percentile.ts'

export type MeasuredClients = {
  clients: number
  reach: 'nation' | 'office'
  aSecond: number
  p50: number
  p95: number
  p99: number
}

/**
 * So many at once, each asking the next question as soon as its answer came; all classes mixed, as a
 * person of the whole country or of the employer's office. Answers hold count and facets.
 */
export async function measureClients(
  { given, employers }: { given: SearchGiven; employers: InventedEmployers },
  { clients, questions, reach }: { clients: number; questions: number; reach: 'nation' | 'office' },
): Promise<MeasuredClients> {
  const random = seededRandom('bench/clients')
  const asked: { q: string; office: string }[] = []
  while (asked.length < questions) {
    const queries = nameQueries[asked.length % nameQueries.length]
    const employer = employers.at(random.between(0, employers.count - 1))
    const q = queries?.of(employer, random)
    if (q) asked.push({ q, office: employer.office })
  }
  const times: number[] = []
  const begun = performance.now()
  const client = async () => {
    for (let next = asked.pop(); next !== undefined; next = asked.pop()) {
      const context = contextFor(reach === 'nation' ? 'all' : [next.office])
      const started = performance.now()
      await find(context, given, { q: next.q, part: 'employers' })
      times.push(performance.now() - started)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  const aSecond = Math.round((10_000 * questions) / (performance.now() - begun)) / 10
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(times, share))
  return { clients, reach, aSecond, p50: p50 ?? 0, p95: p95 ?? 0, p99: p99 ?? 0 }
}
