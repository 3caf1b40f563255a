import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
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

export type KillRun = {
  readonly kills: number
  /** No more kills are begun after this time. */
  readonly kill_ms_max: number
  readonly files: number
  readonly seed: string
  /** Whether the machine must have read every page; filing is always waited for. */
  readonly reading: boolean
  say(line: string): void
}

/** What stands at the end. `flaws` and `missed` are empty when nothing was lost, doubled or spoiled. */
export type Verdict = {
  readonly kills: number
  /** Batches whose line was printed before a kill or an end. */
  readonly acknowledged: number
  readonly scans: number
  readonly pages: number
  readonly flaws: readonly string[]
  /** Spoiled states that the check would not have noticed. */
  readonly missed: readonly string[]
}

type Rig = KillRun & {
  readonly data: string
  /** Folders that are brought in one by one, so that there are many acknowledgements. */
  readonly portions: readonly string[]
  readonly random: Random
  readonly acknowledged: Set<string>
}

/** Brings a sample office in while killing it, then looks for anything lost or doubled. */
export async function killRun(run: KillRun): Promise<Verdict> {
  const folder = await mkdtemp(join(tmpdir(), 'faem-kill-'))
  try {
    const sample = join(folder, 'sample')
    const truth = await writeSampleOffice({ folder: sample, files: run.files, seed: 1 })
    const rig: Rig = {
      ...run,
      data: join(folder, 'data'),
      portions: await cutIntoPortions(sample, join(folder, 'portions')),
      random: seededRandom(`${run.seed}/kill`),
      acknowledged: new Set(),
    }
    const register = join(sample, 'register.csv')
    await runFaem(['import', 'employers', register, '--data', rig.data, '--json'], imported)
    const kills = await killMany(rig)
    await finish(rig)
    const pages = await pagesOf(sample, truth.pages)
    const scans = new Set(await digestsBelow(join(sample, 'papers')))
    const { reading } = run
    return { kills, ...(await judge(rig, { batches: rig.acknowledged, scans, pages, reading })) }
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
async function killMany(rig: Rig): Promise<number> {
  let server = await startServer(rig.data)
  const until = performance.now() + rig.kill_ms_max
  let turn = 0
  let kill = 0
  while (kill < rig.kills && performance.now() < until) {
    kill++
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
    rig.say(`kill ${kill} after ${life_ms} ms, ${rig.acknowledged.size} batches acknowledged`)
  }
  server.kill('SIGTERM')
  await server.ended
  return kill
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
  while ((await workLeft(open.database, rig)) > 0) {
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

async function workLeft(database: Database, { reading }: KillRun): Promise<number> {
  const [row] = await database.reader.execute<{ jobs: number }>(
    `select count(*) as jobs from pgboss.job
     where state in ('created', 'retry', 'active') and name <> 'parked'
       and name not like '\\_\\_pgboss%'
       ${reading ? '' : "and name <> 'text-recognition.read-page'"}`,
  )
  return Number(row?.jobs)
}

async function judge(rig: Rig, promised: Promised): Promise<Omit<Verdict, 'kills'>> {
  const { found, digest } = await stateOf(rig)
  const [line = '{}'] = (await runFaem(['rebuild', '--data', rig.data, '--json'])).slice(-1)
  const rebuilt: { digest?: unknown } = JSON.parse(line)
  const flaws = flawsOf(promised, found)
  if (rebuilt.digest !== digest) flaws.push('the state after a rebuild is another one')
  if (promised.batches.size === 0) flaws.push('nothing was acknowledged')
  return {
    acknowledged: promised.batches.size,
    scans: found.scans.length,
    pages: found.pages.length,
    flaws,
    missed: controlsMissed(promised, found),
  }
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
