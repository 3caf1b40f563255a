/**
 * The conversion line under measure: how many pages a second it takes in durably while its stations are in
 * use, and how fast a person with a keyboard gets through the check and the index.
 * `npm run bench:line -- [--minutes 5] [--documents 20] [--look-ms 700] [--parts intake,check,index]`; results go
 * to bench/results/line.json. `--data` says on which disk; a folder in memory measures no disk.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { browserMissing, openBrowser } from '../test/kit/browser.ts'
import { type LineOffice, signedIn, startLineOffice } from '../test/kit/line-office.ts'
import { aBatch } from './line/line-papers.ts'
import { measureIntake } from './line/measure-intake.ts'
import { measureCheck, measureIndex } from './line/measure-stations.ts'

const pagesOfDocument = 4

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    documents: { type: 'string', default: '20' },
    'look-ms': { type: 'string', default: '700' },
    parts: { type: 'string', default: 'intake,check,index' },
    data: { type: 'string', default: tmpdir() },
  },
})
const parts = values.parts.split(',')
const documents = Number(values.documents)
const look_ms = Number(values['look-ms'])

async function main(): Promise<void> {
  await mkdir(values.data, { recursive: true })
  const folder = await mkdtemp(join(values.data, 'faem-bench-line-'))
  const found: Record<string, unknown> = {}
  try {
    const shown = await stations(folder, found)
    if (parts.includes('intake')) found['intake'] = await intake(folder, shown)
    await report(found)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Prepares batches as the line does, with all its workers, and measures the people at them. */
async function stations(folder: string, found: Record<string, unknown>): Promise<string> {
  const office = await startLineOffice(folder, 'all')
  try {
    const scanner = await signedIn(office.address, 'scanner')
    const toCheck = await aBatch(scanner, { documents, pages: pagesOfDocument, indexed: true })
    const toIndex = await aBatch(scanner, { documents, pages: 1, indexed: false })
    await settled(office)
    const missing = browserMissing('the speed of the stations')
    if (missing) throw new Error(missing)
    const browser = await openBrowser()
    try {
      const { address } = office
      const desk = { address, documents, look_ms }
      if (parts.includes('check')) {
        found['check'] = await measureCheck(browser, { ...desk, pages: pagesOfDocument })
      }
      if (parts.includes('index')) {
        found['index'] = await measureIndex(browser, { ...desk, batchId: toIndex })
      }
    } finally {
      await browser.close()
    }
    return toCheck
  } finally {
    await office.close()
  }
}

async function settled(office: LineOffice): Promise<void> {
  while ((await office.spent()).jobs > 0) await delay(500)
}

/** On a node that only receives: views and readings are others' work, or the night's. */
async function intake(folder: string, batchId: string) {
  const office = await startLineOffice(folder, 'none')
  try {
    return await measureIntake(office, { seconds: Number(values.minutes) * 60, batchId })
  } finally {
    await office.close()
  }
}

async function report(found: Record<string, unknown>): Promise<void> {
  const [cpu] = cpus()
  const machine = {
    cpu: cpu?.model,
    cores: cpus().length,
    memory_gb: totalmem() / 1024 ** 3,
    node: process.version,
  }
  const folder = join(import.meta.dirname, 'results')
  await mkdir(folder, { recursive: true })
  const written = { machine, at: new Date(), ...found }
  await writeFile(join(folder, 'line.json'), `${JSON.stringify(written, rounded, 2)}\n`)
  for (const [part, figures] of Object.entries(found)) {
    console.log(part)
    console.table(JSON.parse(JSON.stringify(figures, rounded)))
  }
}

function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toFixed(2)) : value
}

await main()
process.exit(0)
