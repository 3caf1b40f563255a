/**
 * Kills the office at random moments while scans are brought in, and looks for anything lost or doubled.
 * `node test/faults/kill.ts [--kills 50] [--files 12] [--seed 1]`
 */
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { assert } from '#kernel'
import { type Database, openDatabase } from '#platform/postgres'
import { stateDigest } from '#record'
import { type Random, seededRandom, writeSampleOffice } from '#sample-office'
import { exitCodes } from '../../src/app/exit-codes.ts'
import { type OfficeProcess, runFaem, startFaem, startServer } from './office-process.ts'
import { digestOf, type Found, flawsOf, lookAt, type Promised } from './office-state.ts'

const limits = { life_ms_max: 3_000, settle_ms_max: 15 * 60_000, look_every_ms: 500 }

/** Exit codes of an import that is done; some files of the sample are refused on purpose. */
const imported: readonly number[] = [exitCodes.done, exitCodes.partly]

type Rig = {
  data: string
  /** Folders that are brought in one by one, so that there are many acknowledgements. */
  portions: readonly string[]
  random: Random
  acknowledged: Set<string>
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '50' },
      files: { type: 'string', default: '12' },
      seed: { type: 'string', default: '1' },
    },
  })
  const folder = await mkdtemp(join(tmpdir(), 'faem-kill-'))
  console.log(`seed ${values.seed}, ${values.kills} kills, in ${folder}`)
  try {
    const sample = join(folder, 'sample')
    const truth = await writeSampleOffice({ folder: sample, files: Number(values.files), seed: 1 })
    const rig: Rig = {
      data: join(folder, 'data'),
      portions: await cutIntoPortions(sample, join(folder, 'portions')),
      random: seededRandom(`${values.seed}/kill`),
      acknowledged: new Set(),
    }
    const register = join(sample, 'register.csv')
    await runFaem(['import', 'employers', register, '--data', rig.data, '--json'], imported)
    await killMany(rig, Number(values.kills))
    await finish(rig)
    const pages = await pagesOf(sample, truth.pages)
    const scans = new Set(await digestsBelow(join(sample, 'papers')))
    return await judge(rig, { batches: rig.acknowledged, scans, pages })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** One folder of papers each, under the path that it had, since folders tell where papers belong. */
async function cutIntoPortions(sample: string, into: string): Promise<string[]> {
  const files = await filesBelow(join(sample, 'papers'))
  const folders = [...new Set(files.map((file) => dirname(file)))].sort()
  const portions: string[] = []
  for (const [index, folder] of folders.entries()) {
    const portion = join(into, `${index + 1}`)
    await cp(join(sample, 'papers', folder), join(portion, folder), { recursive: true })
    portions.push(portion)
  }
  return portions
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}

async function digestsBelow(folder: string): Promise<string[]> {
  const files = await filesBelow(folder)
  return await Promise.all(files.map((file) => digestOf(join(folder, file))))
}

type Truth = { file: string; page: number; account: string; cover: boolean }

async function pagesOf(sample: string, truths: readonly Truth[]): Promise<Map<string, string>> {
  const pages = new Map<string, string>()
  for (const { file, page, account, cover } of truths) {
    if (cover) continue
    pages.set(`${await digestOf(join(sample, file))}-${page}`, account)
  }
  return pages
}

/** Server and import run side by side; at a random moment one or both of them are killed. */
async function killMany(rig: Rig, kills: number): Promise<void> {
  let server = await startServer(rig.data)
  let turn = 0
  for (let kill = 1; kill <= kills; kill++) {
    const importing = startImport(rig, turn)
    const life_ms = rig.random.between(0, limits.life_ms_max)
    const died = await Promise.race([delay(life_ms).then(() => null), server.ended])
    assert(died === null, `the server ends only when it is killed:\n${died?.complaint}`)
    const victims = rig.random.weighted([
      [60, [server]],
      [20, [importing]],
      [20, [server, importing]],
    ])
    for (const victim of victims) victim.kill('SIGKILL')
    if (victims.includes(server)) {
      await server.ended
      server = await startServer(rig.data)
    }
    // What still runs is given its end, also for its acknowledgements.
    const { code } = await importing.ended
    noteAcknowledged(rig, importing)
    if (code !== null && imported.includes(code)) turn++
    console.log(`kill ${kill} after ${life_ms} ms, ${rig.acknowledged.size} batches acknowledged`)
  }
  server.kill('SIGTERM')
  await server.ended
}

function startImport({ portions, data }: Rig, turn: number): OfficeProcess {
  const portion = portions[turn % portions.length]
  assert(portion, 'there are papers to bring in')
  return startFaem(['import', 'scans', portion, '--data', data, '--json'])
}

function noteAcknowledged({ acknowledged }: Rig, { lines }: OfficeProcess): void {
  for (const line of lines) {
    const told: { batchId?: unknown } = JSON.parse(line)
    if (typeof told.batchId === 'string') acknowledged.add(told.batchId)
  }
}

/** Brings everything in once more, undisturbed, and waits until nothing is left to do. */
async function finish(rig: Rig): Promise<void> {
  const server = await startServer(rig.data)
  for (const turn of rig.portions.keys()) {
    const importing = startImport(rig, turn)
    const { code, complaint } = await importing.ended
    assert(code !== null && imported.includes(code), `an import went wrong:\n${complaint}`)
    noteAcknowledged(rig, importing)
  }
  await using open = await openFound(rig)
  const until = performance.now() + limits.settle_ms_max
  while ((await workLeft(open.database)) > 0) {
    assert(performance.now() < until, 'the work that was left comes to its end')
    await delay(limits.look_every_ms)
  }
  server.kill('SIGTERM')
  await server.ended
}

async function openFound({ data }: Rig): Promise<AsyncDisposable & { database: Database }> {
  const embeddedDir = join(data, 'postgres')
  const database = await openDatabase({ embeddedDir, log: () => undefined })
  return { database, [Symbol.asyncDispose]: () => database.close() }
}

async function workLeft(database: Database): Promise<number> {
  const [row] = await database.reader.execute<{ jobs: number }>(
    `select count(*) as jobs from pgboss.job
     where state in ('created', 'retry', 'active') and name <> 'parked'
       and name not like '\\_\\_pgboss%'`,
  )
  return Number(row?.jobs)
}

async function judge(rig: Rig, promised: Promised): Promise<number> {
  const { found, digest } = await stateOf(rig)
  const [line = '{}'] = (await runFaem(['rebuild', '--data', rig.data, '--json'])).slice(-1)
  const rebuilt: { digest?: unknown } = JSON.parse(line)
  const flaws = flawsOf(promised, found)
  if (rebuilt.digest !== digest) flaws.push('the state after a rebuild is another one')
  const missed = controlsMissed(promised, found)
  for (const flaw of [...flaws, ...missed]) console.log(`FLAW: ${flaw}`)
  const seen = `${promised.batches.size} batches, ${found.scans.length} scans, ${found.pages.length} pages`
  console.log(`${seen}; ${flaws.length} flaws, ${missed.length} controls missed`)
  const lookedAtNothing = promised.batches.size === 0 || found.pages.length === 0
  return flaws.length + missed.length > 0 || lookedAtNothing ? 1 : 0
}

async function stateOf(rig: Rig): Promise<{ found: Found; digest: string }> {
  await using open = await openFound(rig)
  const { digest } = await stateDigest(open.database)
  return { found: await lookAt(open.database, rig.data), digest }
}

/** The check must be able to fail: each of these spoiled states has to be noticed. */
function controlsMissed(promised: Promised, found: Found): string[] {
  const spoiled: Record<string, Found> = {
    'a lost batch': { ...found, batches: found.batches.filter((id) => !promised.batches.has(id)) },
    'a doubled scan': { ...found, scans: [...found.scans, ...found.scans.slice(0, 1)] },
    'a lost scan': { ...found, scans: found.scans.slice(1) },
    'a doubled page': { ...found, pages: [...found.pages, ...found.pages.slice(0, 1)] },
    'a lost page': { ...found, pages: found.pages.slice(1) },
  }
  const usual = flawsOf(promised, found).length
  return Object.entries(spoiled)
    .filter(([, state]) => flawsOf(promised, state).length <= usual)
    .map(([name]) => `${name} would not be noticed`)
}

process.exit(await main())
