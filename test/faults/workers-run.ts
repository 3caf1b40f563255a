import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import sharp from 'sharp'
import { fileDocument } from '#documents'
import { importRegister } from '#employers'
import { assert, newId } from '#kernel'
import { silentLog } from '#platform/log'
import { employerSource, type Random, seededRandom, writeEmployers } from '#sample-office'
import { plainText, recognisedPage } from '#text-recognition'
import { configure } from '../../src/app/configuration.ts'
import { type Office, openOffice } from '../../src/app/office.ts'
import { testDatabase } from '../kit/database.ts'

const program = join(import.meta.dirname, '../../src/app/faem.ts')
const limits = { document_pages: 50, look_every_ms: 1_000 }
/** The kills are spread over so much of the pages; the rest is read undisturbed. */
const killedShare = 0.9

export type WorkersRun = {
  readonly pages: number
  readonly kills: number
  readonly workers: number
  /** A worker is killed so long after it began to work, at most. */
  readonly life_ms_max: number
  /** No kills are begun after this time. */
  readonly kill_ms_max: number
  readonly settle_ms_max: number
  readonly seed: string
  say(line: string): void
}

export type WorkersVerdict = {
  readonly kills: number
  readonly pages: number
  readonly seconds: number
  /** Empty when every page was read once and can be found. */
  readonly flaws: readonly string[]
  /** Spoiled states that the check would not have noticed. */
  readonly missed: readonly string[]
}

type Rig = WorkersRun & { office: Office; url: string; data: string; random: Random }

/** Has several workers read the pages of one office, kills them at random, and looks for lost or doubled pages. */
export async function workersRun(run: WorkersRun): Promise<WorkersVerdict> {
  const folder = await mkdtemp(join(tmpdir(), 'faem-workers-'))
  await using fresh = await testDatabase()
  const data = join(folder, 'data')
  const configuration = configure({ data }, { DATABASE_URL: fresh.url, FAEM_NODE: 'filing' })
  const office = await openOffice(configuration, { log: silentLog, workers: 'none' })
  const rig = { ...run, office, url: fresh.url, data, random: seededRandom(`${run.seed}/workers`) }
  const began = performance.now()
  try {
    const numbers = await filePages(rig, folder)
    const kills = await killMany(rig)
    const found = await look(rig)
    const flaws = flawsOf(numbers, found)
    const seconds = Math.round((performance.now() - began) / 1_000)
    return { kills, pages: found.pages.length, seconds, flaws, missed: missedBy(numbers, found) }
  } finally {
    await office.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const fonts = dirname(
  createRequire(import.meta.url).resolve('@expo-google-fonts/sarabun/package.json'),
)
const fontfile = join(fonts, '400Regular', 'Sarabun_400Regular.ttf')

/** Small slips with a number each, said thrice, so that a reading can be told from that of another page. */
async function aSlip(number: string): Promise<Buffer> {
  const text = `บัตรคิวเลขที่ ${number}\nเลขที่ ${number}\nเลขที่ ${number}`
  const words = await sharp({ text: { text, font: 'Sarabun 14', fontfile, dpi: 200, rgba: true } })
    .png()
    .toBuffer()
  return await sharp({
    create: { width: slip.pixels[0], height: slip.pixels[1], channels: 3, background: '#fff' },
  })
    .composite([{ input: words, left: 100, top: 100 }])
    .withMetadata({ density: 200 })
    .png()
    .toBuffer()
}

/** Files the slips; gives the number on each page. */
async function filePages({ office, pages, random }: Rig, folder: string) {
  const source = employerSource(1, 'pilot')
  const employers = Array.from({ length: 3 }, (_, index) => source(index))
  const register = join(folder, 'register.csv')
  await writeEmployers(register, employers)
  await importRegister(
    office.context,
    { source: register, sourceName: 'register.csv' },
    { progress: () => undefined, signal: new AbortController().signal },
  )
  const numbers = new Map<string, string>()
  for (let first = 0; first < pages; first += limits.document_pages) {
    const count = Math.min(limits.document_pages, pages - first)
    const filed = []
    for (let index = 0; index < count; index++) {
      const number = String(random.between(1_000_000, 9_999_999))
      const bytes = await aSlip(number)
      const { sha256, sha512 } = await office.context.store.put([bytes], { bytes_max: 1e6 })
      const pageId = newId(new Date())
      numbers.set(pageId, number)
      filed.push({ pageId, scanId: null, sha256, sha512, ...slip, bytes: bytes.length })
    }
    const employer = employers[(first / limits.document_pages) % employers.length]
    assert(employer, 'there is an employer')
    const [id, documentId] = [newId(new Date()), newId(new Date())]
    const { accountNo, branchNo } = employer
    const paper = { type: 'letter-in', title: null, dated: null, batchId: null }
    await fileDocument(office.context, {
      id,
      documentId,
      accountNo,
      branchNo,
      ...paper,
      pages: filed,
    })
  }
  return numbers
}

const slip = {
  mediaType: 'image/png',
  pageIndex: 0,
  pixels: [900, 300] as [number, number],
  dpi: 200,
  bits: 24,
  turn: 0 as const,
  straighten: 0,
}

type Worker = {
  child: ChildProcess
  working: Promise<boolean>
  ended: Promise<unknown>
  /** The end of what it said. */
  complaint(): string
}

function startWorker({ url, data }: Rig, name: string): Worker {
  const words = ['work', '--only', 'recognition', '--data', data]
  const child = spawn(process.execPath, [program, ...words], {
    env: { ...process.env, DATABASE_URL: url, FAEM_NODE: name, FAEM_READERS: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = once(child, 'close')
  let said = ''
  const working = new Promise<boolean>((resolve) => {
    child.stderr?.on('data', (bytes: Buffer) => {
      said = `${said}${bytes.toString('utf8')}`.slice(-2_000)
      if (said.includes('Working.')) resolve(true)
    })
    void ended.then(() => resolve(false))
  })
  return { child, working, ended, complaint: () => said }
}

async function killMany(rig: Rig): Promise<number> {
  const workers = Array.from({ length: rig.workers }, (_, at) => startWorker(rig, `reader-${at}`))
  const until = performance.now() + rig.kill_ms_max
  let kills = 0
  try {
    while (kills < rig.kills && performance.now() < until && (await left(rig)) > 0) {
      const at = rig.random.between(0, rig.workers - 1)
      const victim = workers[at]
      assert(victim, 'there is a worker')
      const working = await victim.working
      assert(working, `a worker ends only when it is killed: ${victim.complaint()}`)
      await readUpTo(rig, rig.pages * (1 - (killedShare * kills) / rig.kills), until)
      await delay(rig.random.between(0, rig.life_ms_max))
      victim.child.kill('SIGKILL')
      await victim.ended
      kills++
      workers[at] = startWorker(rig, `reader-${at}`)
      if (kills % 10 === 0) rig.say(`${kills} kills, ${await left(rig)} pages left`)
    }
    await settle(rig)
  } finally {
    for (const { child } of workers) child.kill('SIGKILL')
    await Promise.all(workers.map(({ ended }) => ended))
  }
  return kills
}

async function readUpTo(rig: Rig, pages: number, until: number): Promise<void> {
  while ((await left(rig)) > pages && performance.now() < until)
    await delay(limits.look_every_ms / 4)
}

/** Undisturbed until nothing waits; what a killed worker held comes back when it was silent long enough. */
async function settle(rig: Rig): Promise<void> {
  const until = performance.now() + rig.settle_ms_max
  while ((await left(rig)) > 0 || (await jobsLeft(rig)) > 0) {
    assert(performance.now() < until, `the reading comes to its end, ${await left(rig)} are left`)
    await delay(limits.look_every_ms)
  }
}

async function left({ office }: Rig): Promise<number> {
  const [row] = await office.database.reader.execute<{ pages: number }>(
    `select count(*) as pages from derived.page_reading where state = 'waiting'`,
  )
  return Number(row?.pages)
}

async function jobsLeft({ office }: Rig): Promise<number> {
  const depth = await office.jobs.queueDepth()
  return depth
    .filter(({ name }) => name === 'text-recognition.read-page')
    .reduce((sum, { waiting, active }) => sum + waiting + active, 0)
}

type Found = {
  pages: { pageId: string; state: string | null; text: string | null; entries: number }[]
  parked: number
}

/** With plain SQL, past the code that is being tested. */
async function look({ office }: Rig): Promise<Found> {
  const { reader } = office.database
  const rows = await reader.execute<{
    pageId: string
    state: string | null
    key: string | null
    entries: number
  }>(
    `select page.page_id as "pageId", reading.state, reading.derived_key as key,
       (select count(*) from derived.page_key entry where entry.page_id = page.page_id) as entries
     from record.page left join derived.page_reading reading using (page_id)`,
  )
  const pages = []
  for (const { key, ...row } of rows) {
    const reading = key === null ? null : await recognisedPage(office.derived, key)
    pages.push({ ...row, entries: Number(row.entries), text: reading && plainText(reading) })
  }
  return { pages, parked: (await office.jobs.parkedJobs()).length }
}

function flawsOf(numbers: ReadonlyMap<string, string>, { pages, parked }: Found): string[] {
  const there = new Set(pages.map(({ pageId }) => pageId))
  return [
    ...[...numbers.keys()].filter((id) => !there.has(id)).map((id) => `the page ${id} is lost`),
    ...pages.flatMap(({ pageId, state, text, entries }) => [
      ...(state === 'done' ? [] : [`the page ${pageId} is ${state}`]),
      ...(entries === 1 ? [] : [`the page ${pageId} stands in the search ${entries} times`]),
      ...(isOf(numbers.get(pageId), text) ? [] : [`the page ${pageId} has the words "${text}"`]),
    ]),
    ...(pages.length === numbers.size ? [] : [`${pages.length} pages of ${numbers.size}`]),
    ...(parked > 0 ? [`${parked} jobs are given up`] : []),
  ]
}

/**
 * A digit or two of each number may be read wrongly or lost, and once in thousands more of them: one of the
 * three suffices. Five of seven in their order are hardly those of another slip.
 */
function isOf(number: string | undefined, text: string | null): boolean {
  const read = text?.match(/\d+/g) ?? []
  return number !== undefined && read.some((one) => commonInOrder(number, one) >= number.length - 2)
}

function commonInOrder(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, () => 0)
  for (const digit of one) {
    const row = [0]
    for (let at = 1; at <= other.length; at++) {
      const both = other[at - 1] === digit ? (above[at - 1] ?? 0) + 1 : 0
      row.push(Math.max(both, above[at] ?? 0, row[at - 1] ?? 0))
    }
    above = row
  }
  return above.at(-1) ?? 0
}

/** The check must be able to fail: each of these spoiled states has to be noticed. */
function missedBy(numbers: ReadonlyMap<string, string>, found: Found): string[] {
  const [first, second, ...rest] = found.pages
  if (!first || !second) return ['there was nothing to check']
  const spoiled: Record<string, Found> = {
    'a lost page': { ...found, pages: [second, ...rest] },
    'a page that waits': { ...found, pages: [{ ...first, state: 'waiting' }, second, ...rest] },
    'a doubled entry': { ...found, pages: [{ ...first, entries: 2 }, second, ...rest] },
    'words of another page': {
      ...found,
      pages: [{ ...first, text: second.text }, second, ...rest],
    },
    'a job given up': { ...found, parked: found.parked + 1 },
  }
  const usual = flawsOf(numbers, found).length
  return Object.entries(spoiled)
    .filter(([, state]) => flawsOf(numbers, state).length <= usual)
    .map(([name]) => `${name} would not be noticed`)
}
