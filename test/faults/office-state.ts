import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { openFolderStore } from '#platform/blobs'
import type { Database } from '#platform/postgres'

/** What must hold at the end: batches that were answered, and the images that were brought in. */
export type Promised = {
  batches: ReadonlySet<string>
  /** SHA-256 of every file, once each. */
  scans: ReadonlySet<string>
  /** Pages that belong in files, as `<sha256>-<index>`, with the account number of their file. */
  pages: ReadonlyMap<string, string>
  /** Every page was read by machine. */
  reading: boolean
}

/** What does stand there. */
export type Found = {
  batches: readonly string[]
  /** One entry for each scan that is not noted as a duplicate. */
  scans: readonly string[]
  pages: readonly { key: string; accountNo: string; reading: string | null }[]
  /** Blobs whose bytes do not have the digest they are named by. */
  spoiledBlobs: readonly string[]
  parkedJobs: number
}

/** Looks at database and store with plain SQL, past the code that is being tested. */
export async function lookAt(database: Database, data: string): Promise<Found> {
  const { reader } = database
  const batches = await reader.execute<{ id: string }>('select batch_id as id from record.batch')
  const scans = await reader.execute<{ sha256: string }>(
    'select sha256 from record.scan where duplicate_of is null',
  )
  const pages = await reader.execute<Found['pages'][number]>(
    `select page.sha256 || '-' || page.page_index as key, document.account_no as "accountNo",
       reading.state as reading
     from record.page
     join record.document using (document_id)
     left join derived.page_reading reading using (page_id)`,
  )
  const [parked] = await reader.execute<{ jobs: number }>(
    `select count(*) as jobs from pgboss.job where name = 'parked'`,
  )
  return {
    batches: batches.map(({ id }) => id),
    scans: scans.map(({ sha256 }) => sha256),
    pages,
    spoiledBlobs: await spoiledBlobs(join(data, 'store')),
    parkedJobs: Number(parked?.jobs),
  }
}

async function spoiledBlobs(folder: string): Promise<string[]> {
  const store = await openFolderStore(folder)
  const spoiled: string[] = []
  for await (const key of store.list('blob')) {
    if ((await digestOf(join(folder, key))) !== key.split('/').at(-1)) spoiled.push(key)
  }
  return spoiled
}

export async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}

/** Every way in which what was found breaks what was promised; none is the proof. */
export function flawsOf(promised: Promised, found: Found): string[] {
  const batches = new Set(found.batches)
  const lost = [...promised.batches].filter((id) => !batches.has(id))
  const keys = found.pages.map(({ key }) => key)
  return [
    ...lost.map((id) => `the acknowledged batch ${id} is lost`),
    ...differences('scan', [...promised.scans], found.scans),
    ...differences('page', [...promised.pages.keys()], keys),
    ...found.pages
      .filter(({ key, accountNo }) => (promised.pages.get(key) ?? accountNo) !== accountNo)
      .map(({ key, accountNo }) => `the page ${key} stands in the file ${accountNo}`),
    ...found.pages
      .filter(({ reading }) => promised.reading && reading !== 'done')
      .map(({ key, reading }) => `the page ${key} is not read: ${reading}`),
    ...found.spoiledBlobs.map((key) => `${key} does not have its digest`),
    ...(found.parkedJobs > 0 ? [`${found.parkedJobs} jobs are given up`] : []),
  ]
}

function differences(what: string, expected: readonly string[], there: readonly string[]) {
  const counts = new Map<string, number>()
  for (const each of there) counts.set(each, (counts.get(each) ?? 0) + 1)
  const known = new Set(expected)
  return [
    ...expected.filter((each) => !counts.has(each)).map((each) => `the ${what} ${each} is lost`),
    ...[...counts]
      .filter(([, count]) => count > 1)
      .map(([each, count]) => `the ${what} ${each} stands ${count} times`),
    ...[...counts.keys()]
      .filter((each) => !known.has(each))
      .map((each) => `the ${what} ${each} was never brought in`),
  ]
}
