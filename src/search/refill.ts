import { assert } from '#kernel'
import { beginNext, type Refilled, takeOver } from './generations.ts'
import type { IndexedPage, SearchWork } from './given.ts'
import { type PageRow, pageRow } from './keys.ts'
import { sealNames } from './seal-names.ts'
import { startSealing } from './seal-pages.ts'
import { insertEmployers, insertPages } from './write-keys.ts'

export const limits = { employers_batch: 2_000, pages_batch: 200 }

const employerTables: readonly Refilled[] = [
  { name: 'employer_key', owner: 'account_no' },
  { name: 'employer_number', owner: 'account_no' },
  { name: 'name_list' },
  { name: 'name_seal' },
]
const pageTables: readonly Refilled[] = [
  { name: 'page_key', owner: 'page_id' },
  { name: 'page_list' },
]

/** Builds the keys of every employer beside the living ones, which serve until the switch. */
export async function refillEmployerKeys(work: SearchWork, signal?: AbortSignal): Promise<number> {
  const { database, search } = work
  const begun = await beginNext(database, employerTables)
  let done = 0
  for (let after = ''; ; ) {
    signal?.throwIfAborted()
    const rows = await search.employersAfter(database.reader, after, limits.employers_batch)
    const last = rows.at(-1)
    if (last === undefined) break
    assert(last.accountNo > after, 'employers come in the order of their account numbers')
    await database.transaction((tx) => insertEmployers(tx, rows, 'next'))
    after = last.accountNo
    done += rows.length
    work.progress?.('search.refill-employers', done)
  }
  await database.transaction((tx) => sealNames(tx, signal))
  await takeOver(database, employerTables, begun)
  return done
}

/** Builds the keys of every recognised page beside the living ones, and seals them in lists. */
export async function refillPageKeys(work: SearchWork, signal?: AbortSignal): Promise<number> {
  const { database, search } = work
  const begun = await beginNext(database, pageTables)
  const sealing = startSealing(database)
  let done = 0
  for (let after = ''; ; ) {
    signal?.throwIfAborted()
    const pages = await search.pagesAfter(database.reader, after, limits.pages_batch)
    const last = pages.at(-1)
    if (last === undefined) break
    assert(last.pageId > after, 'pages come in the order of their ids')
    const rows = await recognised(work, pages, done)
    await database.transaction((tx) => insertPages(tx, rows, 'next'))
    await sealing.add(rows)
    after = last.pageId
    done += rows.length
    work.progress?.('search.refill-pages', done)
  }
  await sealing.end()
  await takeOver(database, pageTables, begun)
  return done
}

/** The rows of those that have been read, placed one behind the other. */
async function recognised(
  work: SearchWork,
  pages: readonly IndexedPage[],
  firstPlace: number,
): Promise<PageRow[]> {
  const rows: PageRow[] = []
  for (const page of pages) {
    const lines = await work.search.linesOf(page)
    if (lines !== null) rows.push(pageRow(page, lines, firstPlace + rows.length))
  }
  return rows
}
