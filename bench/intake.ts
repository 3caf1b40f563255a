/**
 * From a folder of scans to searchable pages: writes a sample office, brings it in by the real office with
 * its embedded database, and measures. `node bench/intake.ts [files] [seed]`; results go to
 * bench/results/intake.json.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { importRegister } from '#employers'
import { importScans } from '#intake'
import { assert } from '#kernel'
import { consoleLog } from '#platform/log'
import { writeSampleOffice } from '#sample-office'
import { readingTotals, type TextRecognitionTables } from '#text-recognition'
import { configure } from '../src/app/configuration.ts'
import { type Office, openOffice } from '../src/app/office.ts'
import { startMeter } from './recognition/meter.ts'

const filesDefault = 12
const lookEvery_ms = 250

type Spent = {
  readers: number
  /** Until every scan was stored and acknowledged. */
  received_s: number
  /** Until the last page was read and in the search. */
  searchable_s: number
  own_cpu_s: number
}

type Read = { pages: number; failed: number; recognition_s: number; engine: string }

async function main(): Promise<void> {
  const files = Number(process.argv[2] ?? filesDefault)
  const seed = Number(process.argv[3] ?? 2569)
  const folder = await mkdtemp(join(tmpdir(), 'faem-bench-'))
  try {
    const sample = await writeSampleOffice({ folder: join(folder, 'sample'), files, seed })
    const { readers, ...configuration } = configure({ data: join(folder, 'data') }, {})
    const office = await openOffice(
      { ...configuration, readers },
      { log: consoleLog, workers: 'all' },
    )
    try {
      const spent = await bringIn(office, { sample: join(folder, 'sample'), readers })
      await report({ files, seed, scans: sample.files, spent, read: await readOf(office) })
    } finally {
      await office.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The register first, outside of the measured time; then the scans, to the last page. */
async function bringIn(
  office: Office,
  { sample, readers }: { sample: string; readers: number },
): Promise<Spent> {
  const running = { progress: () => undefined, signal: new AbortController().signal }
  const source = join(sample, 'register.csv')
  await importRegister(office.context, { source, sourceName: 'register.csv' }, running)
  await untilDone(office)

  const meter = startMeter()
  const started = performance.now()
  const officeId = office.configuration.office
  await importScans(office.context, { folder: join(sample, 'papers'), officeId }, running)
  const received_s = (performance.now() - started) / 1_000
  await untilDone(office)
  const searchable_s = (performance.now() - started) / 1_000
  return { readers, received_s, searchable_s, own_cpu_s: meter.stop().own_cpu_s }
}

async function untilDone(office: Office): Promise<void> {
  while ((await office.jobs.queueDepth()).length > 0) await delay(lookEvery_ms)
  const parked = await office.jobs.parkedJobs()
  assert(parked.length === 0, `no job is given up: ${JSON.stringify(parked[0])}`)
}

async function readOf(office: Office): Promise<Read> {
  const read = office.context.read<TextRecognitionTables>()
  const { pagesRead, pagesWaiting } = await readingTotals(read)
  assert(pagesRead > 0 && pagesWaiting === 0, 'pages were read, and none waits')
  const row = await read
    .selectFrom('derived.pageReading')
    .select(({ fn, eb }) => [
      fn.sum<number | null>('milliseconds').as('milliseconds'),
      fn.max('engine').as('engine'),
      fn.max('engineVersion').as('version'),
      fn
        .countAll<number>()
        .filterWhere(eb('state', '=', 'failed'))
        .as('failed'),
    ])
    .executeTakeFirstOrThrow()
  return {
    pages: pagesRead,
    failed: Number(row.failed),
    recognition_s: Number(row.milliseconds) / 1_000,
    engine: `${row.engine} ${row.version}`,
  }
}

type Run = { files: number; seed: number; scans: number; spent: Spent; read: Read }

async function report({ files, seed, scans, spent, read }: Run): Promise<void> {
  const perMinute = read.pages / (spent.searchable_s / 60)
  const summary = {
    scans,
    pages: read.pages,
    pages_failed: read.failed,
    ...spent,
    pages_per_minute: perMinute,
    pages_per_minute_and_core: perMinute / spent.readers,
    recognition_s_a_page: read.recognition_s / read.pages,
    /** Of the time that all readers had together. */
    recognition_share: read.recognition_s / (spent.searchable_s * spent.readers),
  }
  const [cpu] = cpus()
  const machine = {
    cpu: cpu?.model,
    cores: cpus().length,
    memory_gb: totalmem() / 1024 ** 3,
    node: process.version,
  }
  const folder = join(import.meta.dirname, 'results')
  await mkdir(folder, { recursive: true })
  const written = { machine, engine: read.engine, files, seed, summary }
  await writeFile(join(folder, 'intake.json'), `${JSON.stringify(written, rounded, 2)}\n`)
  console.table(JSON.parse(JSON.stringify(summary, rounded)))
}

function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toFixed(2)) : value
}

await main()
process.exit(0)
