import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { assert } from '#kernel'
import { type Database, openDatabase } from '#platform/postgres'
import { stateDigest } from '#record'
import { type PageTruth, type Random, seededRandom, writeSampleOffice } from '#sample-office'
import { exitCodes } from '../../src/app/exit-codes.ts'
import { type OfficeProcess, runFaem, startFaem, startServer } from './office-process.ts'
import { digestOf, type Found, flawsOf, lookAt, type Promised } from './office-state.ts'
import { cutIntoStacks, filesBelow, type Stack } from './stacks.ts'

const limits = {
  start_ms_max: 1_000,
  moment_ms_max: 100,
  settle_ms_max: 60 * 60_000,
  look_every_ms: 500,
}

/** Exit codes of an import that is done; some files of the sample are refused on purpose. */
const imported: readonly number[] = [exitCodes.done, exitCodes.partly]

export type KillRun = {
  readonly kills: number
  /** No more kills are begun after this time. */
  readonly kill_ms_max: number
  /** Employers with papers, and the most pages of each. */
  readonly files: number
  readonly pagesPerFile: number
  readonly seed: string
  /** Whether the machine must have read every page; filing is always waited for. */
  readonly reading: boolean
  say(line: string): void
}

/** What stands at the end. `flaws` and `missed` are empty when nothing was lost, doubled or spoiled. */
export type Verdict = {
  readonly kills: number
  /** Kills that struck while an import still had stacks to bring in. */
  readonly hits: number
  readonly images: number
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
  /** Where the stacks lie that are brought in, some with each kill. */
  readonly papers: string
  /** Where each import finds what it is to bring in. */
  readonly offered: string
  readonly stacks: readonly Stack[]
  readonly random: Random
  readonly acknowledged: Set<string>
}

/** Brings a sample office in while killing it, then looks for anything lost or doubled. */
export async function killRun(run: KillRun): Promise<Verdict> {
  const folder = await mkdtemp(join(tmpdir(), 'faem-kill-'))
  try {
    const sample = join(folder, 'sample')
    const { files, pagesPerFile } = run
    const truth = await writeSampleOffice({ folder: sample, files, pagesPerFile, seed: 1 })
    const papers = join(folder, 'stacks')
    const place = { papers: join(sample, 'papers'), into: papers }
    const rig: Rig = {
      ...run,
      data: join(folder, 'data'),
      papers,
      offered: join(folder, 'offered'),
      stacks: await cutIntoStacks(place, truth.pages),
      random: seededRandom(`${run.seed}/kill`),
      acknowledged: new Set(),
    }
    const images = rig.stacks.reduce((sum, stack) => sum + stack.images, 0)
    run.say(`${images} images in ${rig.stacks.length} stacks`)
    const register = join(sample, 'register.csv')
    await runFaem(['import', 'employers', register, '--data', rig.data, '--json'], imported)
    const { kills, hits } = await killMany(rig)
    await finish(rig)
    const pages = await pagesOf(sample, truth.pages)
    const scans = new Set(await digestsBelow(place.papers))
    const promised = { batches: rig.acknowledged, scans, pages, reading: run.reading }
    return { kills, hits, images, ...(await judge(rig, promised)) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function digestsBelow(folder: string): Promise<string[]> {
  const files = await filesBelow(folder)
  return await Promise.all(files.map((file) => digestOf(join(folder, file))))
}

async function pagesOf(sample: string, truths: readonly PageTruth[]): Promise<Map<string, string>> {
  const pages = new Map<string, string>()
  for (const { file, page, account, cover } of truths) {
    if (cover) continue
    pages.set(`${await digestOf(join(sample, file))}-${page}`, account)
  }
  return pages
}

/** Server and import run side by side; at a random moment of the import one or both of them are killed. */
async function killMany(rig: Rig): Promise<{ kills: number; hits: number }> {
  let server = await startServer(rig.data)
  const until = performance.now() + rig.kill_ms_max
  let received = 0
  let hits = 0
  let kills = 0
  while (kills < rig.kills && performance.now() < until) {
    const next = nextStacks(rig, { received, killsLeft: rig.kills - kills })
    // What was acknowledged before may come again, as it does when a clerk repeats an import.
    const again = rig.stacks.slice(0, received).filter(() => rig.random.chance(1 / received))
    await offer(rig, [...again, ...next])
    const importing = importScans(rig, rig.offered)
    const acks = rig.random.between(0, again.length + next.length - 1)
    await momentIn(rig, importing, acks)
    assert(!server.hasEnded(), 'the server ends only when it is killed')
    const victims = rig.random.weighted([
      [60, [server]],
      [20, [importing]],
      [20, [server, importing]],
    ])
    const hit = !importing.hasEnded()
    for (const victim of victims) victim.kill('SIGKILL')
    kills++
    hits += hit ? 1 : 0
    if (victims.includes(server)) {
      await server.ended
      server = await startServer(rig.data)
    }
    // What still runs is given its end, also for its acknowledgements.
    await importing.ended
    const told = noteAcknowledged(rig, importing)
    received += Math.max(0, told - again.length)
    rig.say(
      `kill ${kills} after ${acks} acknowledgements${hit ? '' : ', too late'}; ${received} of ${rig.stacks.length} stacks are in`,
    )
  }
  server.kill('SIGTERM')
  await server.ended
  return { kills, hits }
}

/** The next stacks, so many that each kill that is left has some to strike. */
function nextStacks(
  { stacks }: Rig,
  { received, killsLeft }: { received: number; killsLeft: number },
): readonly Stack[] {
  const left = stacks.length - received
  const share = Math.min(Math.ceil(left / killsLeft) + 1, left - (killsLeft - 1))
  return stacks.slice(received, received + Math.max(1, share))
}

async function offer(rig: Rig, stacks: readonly Stack[]): Promise<void> {
  await rm(rig.offered, { recursive: true, force: true })
  for (const { name } of stacks) {
    await cp(join(rig.papers, name), join(rig.offered, name), { recursive: true })
  }
}

/** A moment after so many acknowledgements; before the first, one of the whole start. */
async function momentIn({ random }: Rig, importing: OfficeProcess, acks: number): Promise<void> {
  const most = acks === 0 ? limits.start_ms_max : limits.moment_ms_max
  const moment = random.between(0, most)
  await importing.heard(acks)
  await Promise.race([delay(moment), importing.ended])
}

function importScans({ data }: Rig, folder: string): OfficeProcess {
  return startFaem(['import', 'scans', folder, '--data', data, '--json'])
}

/** Takes down the batches whose lines were printed; tells how many stacks they were. */
function noteAcknowledged({ acknowledged }: Rig, { lines }: OfficeProcess): number {
  let told = 0
  for (const line of lines) {
    const said: { batchId?: unknown; received?: unknown } = JSON.parse(line)
    if (typeof said.batchId !== 'string') continue
    told++
    // Where nothing was new, the answer promises the scans, which are all looked for, and no batch.
    if (said.received !== 0) acknowledged.add(said.batchId)
  }
  return told
}

/** Brings everything in once more, undisturbed, and waits until nothing is left to do. */
async function finish(rig: Rig): Promise<void> {
  const server = await startServer(rig.data)
  const importing = importScans(rig, rig.papers)
  const { code, complaint } = await importing.ended
  assert(code !== null && imported.includes(code), `an import went wrong:\n${complaint}`)
  noteAcknowledged(rig, importing)
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

async function judge(
  rig: Rig,
  promised: Promised,
): Promise<Omit<Verdict, 'kills' | 'hits' | 'images'>> {
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
