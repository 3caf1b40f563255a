import { seededRandom } from '#sample-office'
import { find, type SearchGiven } from '#search'
import { nameQueries } from '../../test/kit/misspelt.ts'
import { contextFor } from './database.ts'
import type { InventedEmployers } from './employers.ts'
import { percentile } from './percentile.ts'

export type MeasuredClients = { clients: number; aSecond: number; p50: number; p99: number }

/** So many at once, each asking the next question as soon as its answer came; all classes mixed. */
export async function measureClients(
  { given, employers }: { given: SearchGiven; employers: InventedEmployers },
  { clients, questions }: { clients: number; questions: number },
): Promise<MeasuredClients> {
  const random = seededRandom('bench/clients')
  const asked: string[] = []
  while (asked.length < questions) {
    const queries = nameQueries[asked.length % nameQueries.length]
    const q = queries?.of(employers.at(random.between(0, employers.count - 1)), random)
    if (q) asked.push(q)
  }
  const times: number[] = []
  const begun = performance.now()
  const client = async () => {
    for (let q = asked.pop(); q !== undefined; q = asked.pop()) {
      const started = performance.now()
      await find(contextFor('all'), given, { q, part: 'employers' })
      times.push(performance.now() - started)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  const aSecond = Math.round((10_000 * questions) / (performance.now() - begun)) / 10
  return { clients, aSecond, p50: percentile(times, 0.5), p99: percentile(times, 0.99) }
}
