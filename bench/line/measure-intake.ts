import { setTimeout as delay } from 'node:timers/promises'
import { type LineOffice, type Person, signedIn } from '../../test/kit/line-office.ts'
import { anotherScan, masters, openBatch, sendPortion } from './line-papers.ts'

const senders = 2
const portionPages = 25
const batchPages = 2_000
const look_ms = 5_000
const stationEvery_ms = 1_500

export type IntakeFound = {
  pages: number
  seconds: number
  pages_s: number
  /** Of the slowest ten seconds. */
  pages_s_min: number
  kilobytes_a_page: number
  megabytes_s: number
  /** Processor time of the server and of the senders; the database's is besides. */
  cpu_ms_a_page: { server: number; senders: number }
  /** What a station waits for its page meanwhile. */
  station_ms: { median: number; p95: number }
  memory_mb: { first: number; last: number; most: number }
}

/**
 * Scanners send as fast as they are answered, while two stations are in use: one works on a batch, one looks
 * at its pictures. A page counts when the answer that promises it is there.
 */
export async function measureIntake(
  office: LineOffice,
  { seconds, batchId }: { seconds: number; batchId: string },
): Promise<IntakeFound> {
  const all = await masters('half')
  const ending = performance.now() + seconds * 1_000
  const receipts: { at: number; pages: number }[] = []
  const stopped = () => performance.now() >= ending
  const before = await office.spent()
  const own = process.cpuUsage()
  const started = performance.now()
  const send = async () => {
    const scanner = await signedIn(office.address, 'scanner')
    for (let batch = '', sent = 0; !stopped(); sent += portionPages) {
      if (sent % batchPages === 0) batch = await openBatch(scanner, null)
      const pages = Array.from({ length: portionPages }, (_, at) =>
        anotherScan(all[at % all.length] ?? new Uint8Array()),
      )
      await sendPortion(scanner, batch, pages)
      receipts.push({ at: performance.now(), pages: portionPages })
    }
  }
  const memory: number[] = []
  const watch = async () => {
    while (!stopped()) {
      memory.push((await office.spent()).rss_mb)
      await delay(look_ms)
    }
  }
  const waits: number[] = []
  const use = async () => {
    const person = await signedIn(office.address, 'scanner')
    await delay(Math.random() * stationEvery_ms)
    while (!stopped()) {
      waits.push(await lookAround(person, batchId))
      await delay(stationEvery_ms)
    }
  }
  const work = [watch(), use(), use(), ...Array.from({ length: senders }, send)]
  await Promise.all(work)
  const took = (Math.max(...receipts.map(({ at }) => at)) - started) / 1_000
  const spent = (await office.spent()).cpu_s - before.cpu_s
  const { user, system } = process.cpuUsage(own)
  const pages = receipts.reduce((sum, receipt) => sum + receipt.pages, 0)
  const kilobytes = all.reduce((sum, { length }) => sum + length, 0) / all.length / 1_024
  waits.sort((one, other) => one - other)
  return {
    pages,
    seconds: took,
    pages_s: pages / took,
    pages_s_min: slowest(receipts, started, took),
    kilobytes_a_page: kilobytes,
    megabytes_s: (pages * kilobytes) / 1_024 / took,
    cpu_ms_a_page: { server: (spent * 1_000) / pages, senders: (user + system) / 1_000 / pages },
    station_ms: { median: at(waits, 0.5), p95: at(waits, 0.95) },
    memory_mb: {
      first: mean(memory.slice(0, Math.ceil(memory.length / 3))),
      last: mean(memory.slice(-Math.ceil(memory.length / 3))),
      most: Math.max(...memory),
    },
  }
}

/** What a clerk at a station asks for when turning to the next page. */
async function lookAround(person: Person, batchId: string): Promise<number> {
  const started = performance.now()
  const { pageList } = await person.ask<{ pageList: { pageId: string }[] }>(
    `/line/batches/${batchId}`,
  )
  const page = pageList[Math.floor(Math.random() * pageList.length)]
  await person.get(`/line/pages/${page?.pageId}/view.webp`)
  return performance.now() - started
}

const windowSeconds = 10

function slowest(
  receipts: readonly { at: number; pages: number }[],
  started: number,
  seconds: number,
): number {
  const rates = []
  for (let from = 0; from + windowSeconds <= seconds; from += windowSeconds) {
    const inside = receipts.filter(({ at: then }) => {
      const since = (then - started) / 1_000 - from
      return since >= 0 && since < windowSeconds
    })
    rates.push(inside.reduce((sum, { pages }) => sum + pages, 0) / windowSeconds)
  }
  return rates.length > 0 ? Math.min(...rates) : Number.NaN
}

export function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
