import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importRegister } from '#employers'
import { seedSamplePeople } from '#identity'
import { importScans } from '#intake'
import { silentLog } from '#platform/log'
import { aSamplePage, employerSource, joinTiffs, writeEmployers } from '#sample-office'
import { configure } from '../../src/app/configuration.ts'
import type { Server } from '../../src/app/http/request-context.ts'
import { buildServer } from '../../src/app/http/server.ts'
import { type Office, openOffice } from '../../src/app/office.ts'
import { untilIdle } from '../../src/app/settle-work.ts'
import { testDatabase } from './database.ts'

export type WorkingOffice = AsyncDisposable & {
  office: Office
  server: Server
  folder: string
  /** Waits until nothing waits and nothing runs. */
  idle(): Promise<void>
}

/** The product itself in sample mode, on a fresh database and a temporary data folder. */
export async function workingOffice(): Promise<WorkingOffice> {
  const fresh = await testDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'faem-working-'))
  const configuration = configure(
    { data: join(folder, 'data'), port: '0', sampleOffice: true },
    { DATABASE_URL: fresh.url, FAEM_NODE: 'test-node', FAEM_READERS: '2' },
  )
  const office = await openOffice(configuration, { log: silentLog, workers: 'all' })
  await seedSamplePeople(office.context, office.signIn, configuration.office)
  const server = await buildServer(office)
  return {
    office,
    server,
    folder,
    idle: () => untilIdle(office, new AbortController().signal, silentBar),
    async [Symbol.asyncDispose]() {
      await server.close()
      await office.close()
      await fresh[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const silentBar = { show: () => undefined, end: () => undefined }

/** The employer of the sample pages of seed 1, and a few neighbours in the register. */
export const sampleEmployer = employerSource(1, 'pilot')(0)

export async function importNeighbours(working: WorkingOffice, count: number): Promise<void> {
  const source = employerSource(1, 'pilot')
  const path = join(working.folder, 'register.csv')
  await writeEmployers(
    path,
    Array.from({ length: count }, (_, index) => source(index)),
  )
  await importRegister(
    working.office.context,
    { source: path, sourceName: 'register.csv' },
    { progress: () => undefined, signal: new AbortController().signal },
  )
}

/** Scans of sample papers in a folder named by the employer's account number, filed by import. */
export async function importPapers(working: WorkingOffice, kinds: readonly string[]) {
  const papers = join(working.folder, 'papers')
  const folder = join(papers, sampleEmployer.accountNo)
  await mkdir(folder, { recursive: true })
  const truths = []
  for (const [at, kind] of kinds.entries()) {
    const pages = []
    // The registration form is two pages; every other kind is made as one.
    for (const page of kind === 'sps-1-01' ? [0, 1] : [0]) {
      pages.push(await aSamplePage(kind, { seed: 1, format: 'tiff-jpeg', page }))
    }
    const file = join(folder, `0${at + 1}-${kind}-2005-01-04.tif`)
    await writeFile(file, joinTiffs(pages.map(({ bytes }) => bytes)))
    truths.push(...pages.map(({ truth }) => truth))
  }
  const report = await importScans(
    working.office.context,
    { folder: papers, officeId: '6000' },
    { progress: () => undefined, signal: new AbortController().signal },
  )
  return { report, truths, papers }
}
