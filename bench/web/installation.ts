import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DocumentsTables } from '#documents'
import { type EmployersTables, importRegister } from '#employers'
import { seedSamplePeople } from '#identity'
import { importScans } from '#intake'
import { silentLog } from '#platform/log'
import { aSamplePage, joinTiffs, writeRegister } from '#sample-office'
import { configure } from '../../src/app/configuration.ts'
import { buildServer, listen } from '../../src/app/http/server.ts'
import { type Office, openOffice } from '../../src/app/office.ts'
import { untilIdle } from '../../src/app/settle-work.ts'

const limits = { opened_files: 24, long_pages: 16, pages_for_turning_min: 12 }

// Reading is left out: it would take the processor from what is measured.
const workers = ['intake.examine-batch', 'search.refill-employers'] as const
const quiet = { progress: () => undefined, signal: new AbortController().signal }
const noBar = { show: () => undefined, end: () => undefined }

export type Installation = AsyncDisposable & {
  address: string
  employers: number
  /** Names to type, of employers all over the register. */
  names: string[]
  /** Accounts whose files hold papers. */
  filed: string[]
  /** The document with the most pages. */
  longest: { documentId: string; pages: number }
}

/** An installation that stands in `data`, or one of `rows` invented employers that is gone afterwards. */
export async function openInstallation(given: { data?: string; rows: number }) {
  const own = given.data === undefined ? await mkdtemp(join(tmpdir(), 'faem-bench-web-')) : null
  const data = given.data ?? join(own ?? '', 'data')
  const configuration = configure({ data, port: '0', sampleOffice: true }, process.env)
  const office = await openOffice(configuration, { log: silentLog, workers })
  await seedSamplePeople(office.context, office.signIn, configuration.office)
  if (own !== null) await importInvented(office, { folder: own, rows: given.rows })
  await fileWhatIsLacking(office)
  await untilIdleOf(office)
  const server = await buildServer(office)
  const address = await listen(server, { host: '127.0.0.1', port: 0 })
  return {
    address,
    ...(await matter(office)),
    async [Symbol.asyncDispose]() {
      await server.close()
      await office.close()
      if (own !== null) await rm(own, { recursive: true, force: true })
    },
  } satisfies Installation
}

async function importInvented(office: Office, { folder, rows }: { folder: string; rows: number }) {
  const source = join(folder, 'register.csv')
  await writeRegister({ path: source, rows, seed: 'bench', encoding: 'utf-8' })
  await importRegister(office.context, { source, sourceName: 'register.csv' }, quiet)
}

/** A long paper to turn pages in and files to open, where the installation has none. */
async function fileWhatIsLacking(office: Office): Promise<void> {
  const { filed, longest } = await matter(office)
  const folder = await mkdtemp(join(tmpdir(), 'faem-bench-papers-'))
  try {
    const lacking = Math.max(0, limits.opened_files - filed.length)
    for (const [at, account] of (await accounts(office, lacking)).entries()) {
      await paper(folder, { account, name: '01-letter-in', seeds: [at + 1] })
    }
    if ((longest?.pages ?? 0) < limits.pages_for_turning_min) {
      const [account = ''] = await accounts(office, 1)
      const seeds = Array.from({ length: limits.long_pages }, (_, at) => at + 1)
      await paper(folder, { account, name: '02-lease', seeds })
    }
    await importScans(office.context, { folder, officeId: office.configuration.office }, quiet)
    await untilIdleOf(office)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Paper = { account: string; name: string; seeds: readonly number[] }

async function paper(folder: string, { account, name, seeds }: Paper): Promise<void> {
  await mkdir(join(folder, account), { recursive: true })
  const pages = []
  for (const seed of seeds)
    pages.push(await aSamplePage('letter-in', { seed, format: 'tiff-jpeg' }))
  await writeFile(join(folder, account, `${name}.tif`), joinTiffs(pages.map(({ bytes }) => bytes)))
}

/** Waits for the jobs that this process works on; others are nobody's here. */
async function untilIdleOf(office: Office): Promise<void> {
  const depth = async () =>
    (await office.jobs.queueDepth()).filter(({ name }) => workers.some((one) => one === name))
  const jobs = { ...office.jobs, queueDepth: depth }
  await untilIdle({ ...office, jobs }, quiet.signal, noBar)
}

/** Of the sample person's own office, so that the file may be opened. */
async function accounts(office: Office, count: number): Promise<string[]> {
  const rows = await office.database.reader
    .tables<EmployersTables>()
    .selectFrom('record.employer')
    .select('accountNo')
    .where('officeId', '=', office.configuration.office)
    .orderBy('accountNo')
    .limit(count)
    .execute()
  return rows.map(({ accountNo }) => accountNo)
}

async function matter(office: Office) {
  const reader = office.database.reader
  const [counted] = await reader.execute<{ count: string }>('select count(*) from record.employer')
  const own = office.configuration.office
  // By the digest of the account: spread over the register, and the same in every run.
  const names = await reader.execute<{ core: string }>(
    `select name_core as core from record.employer
     where office_id = $1 order by md5(account_no) limit $2`,
    [own, limits.opened_files],
  )
  const documents = reader.tables<DocumentsTables>().selectFrom('record.document')
  const filed = await documents
    .select('accountNo')
    .distinct()
    .where('officeId', '=', own)
    .orderBy('accountNo')
    .limit(limits.opened_files)
    .execute()
  const longest = await documents
    .select(['documentId', 'pages'])
    .where('officeId', '=', own)
    .orderBy('pages', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    employers: Number(counted?.count ?? 0),
    names: names.map(({ core }) => core),
    filed: filed.map(({ accountNo }) => accountNo),
    longest: longest ?? { documentId: '', pages: 0 },
  }
}
