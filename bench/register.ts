import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { employersProjection, type ImportProgress, importRegister } from '#employers'
import type { Scope } from '#kernel'
import { openFolderStore } from '#platform/blobs'
import { migrate, openDatabase, silentLog } from '#platform/postgres'
import {
  type Context,
  composeProjections,
  createContext,
  openInstallation,
  openNodeKey,
  recordProjection,
  systemActor,
} from '#record'
import { writeRegister } from '#sample-office'

// How long a national register takes: `node bench/register.ts [rows=926183]`.

const goals = { first_import_s_max: 300, cores: 2 }
const rows = Number(process.argv[2] ?? 926_183)
const folder = await mkdtemp(join(tmpdir(), 'faem-bench-register-'))

try {
  await main()
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function main(): Promise<void> {
  const source = join(folder, 'register.csv')
  const writing = performance.now()
  const file = await writeRegister({ path: source, rows, seed: 'bench', encoding: 'utf-8' })
  const write_s = secondsSince(writing)
  const database = await openDatabase({ embeddedDir: join(folder, 'postgres'), log: silentLog })
  try {
    await migrate(database, join(import.meta.dirname, '../migrations'))
    const context = await openOffice(database)
    const first = await measured(context, source)
    const figures = { rows, bytes: file.bytes, write_s, first }
    await report(figures)
    await report({ ...figures, again: await measured(context, source) })
  } finally {
    await database.close()
  }
}

async function openOffice(database: Awaited<ReturnType<typeof openDatabase>>): Promise<Context> {
  const clock = { now: () => new Date() }
  const powers = {
    database,
    store: await openFolderStore(join(folder, 'store')),
    key: await openNodeKey(join(folder, 'keys'), 'bench'),
    origin: { installation: 'faem.example/bench', node: 'bench', release: '0.0.0' },
    projections: composeProjections([recordProjection, employersProjection]),
    react: async () => undefined,
    clock,
  }
  await openInstallation(powers, clock)
  // Only decide() makes a Scope; the bench imports for every office.
  return createContext(powers, systemActor('1000'), () => ({ offices: 'all' }) as unknown as Scope)
}

type Measured = Awaited<ReturnType<typeof measured>>

async function measured(context: Context, source: string) {
  const began = performance.now()
  const cpuBefore = process.cpuUsage()
  const ends: Partial<Record<ImportProgress['phase'], number>> = {}
  let rss = 0
  const sampling = setInterval(() => {
    rss = Math.max(rss, process.memoryUsage.rss())
  }, 200)
  const progress = ({ phase }: ImportProgress) => {
    ends[phase] = secondsSince(began)
  }
  const input = { source, sourceName: 'register.csv' }
  const imported = await importRegister(context, input, { progress })
  clearInterval(sampling)
  const total_s = secondsSince(began)
  const cpu = process.cpuUsage(cpuBefore)
  const { reading = 0, deciding = reading, recording = deciding } = ends
  return {
    total_s,
    reading_s: reading,
    deciding_s: deciding - reading,
    recording_s: recording - deciding,
    rest_s: total_s - recording,
    rows_per_s: imported.rows / total_s,
    cpu_s: (cpu.user + cpu.system) / 1e6,
    rss_mb: rss / 1024 ** 2,
    changed: imported.changed,
    refused: imported.refused,
    warnings: imported.warnings,
  }
}

function secondsSince(began: number): number {
  return (performance.now() - began) / 1000
}

type Figures = {
  rows: number
  bytes: number
  write_s: number
  first: Measured
  /** The same file once more: nothing changed. */
  again?: Measured
}

async function report(figures: Figures): Promise<void> {
  const machine = {
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    memory_gb: totalmem() / 1024 ** 3,
    node: process.version,
  }
  const results = join(import.meta.dirname, 'results')
  await mkdir(results, { recursive: true })
  const text = JSON.stringify({ machine, goals, ...figures }, rounded, 2)
  await writeFile(join(results, 'register.json'), `${text}\n`)
  const { first, again } = figures
  console.table(again ? { first, again } : { first })
  console.log({ machine, goals, rows: figures.rows, write_s: figures.write_s })
}

function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toFixed(2)) : value
}
