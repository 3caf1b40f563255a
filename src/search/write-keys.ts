import { bulkInsert, type Tx } from '#platform/postgres'
import type { IndexedPage, PageLine, SearchRow } from './given.ts'
import {
  type KeyRow,
  keyColumns,
  keyRows,
  numberColumns,
  numberRow,
  type PageRow,
  pageColumns,
  pageRow,
} from './keys.ts'

/** Where keys are written: the living tables, or those being built beside them. */
export type Generation = 'living' | 'next'

export function tableOf(name: string, generation: Generation): string {
  return generation === 'living' ? `derived.${name}` : `derived.${name}_next`
}

/** Adds the keys of employers that have none there. */
export async function insertEmployers(
  tx: Tx,
  employers: readonly SearchRow[],
  generation: Generation,
): Promise<void> {
  const keys: KeyRow[] = employers.flatMap(keyRows)
  const key = { table: tableOf('employer_key', generation), columns: keyColumns }
  await bulkInsert(tx, key, keys)
  const number = { table: tableOf('employer_number', generation), columns: numberColumns }
  await bulkInsert(tx, number, employers.map(numberRow))
}

/** Puts the keys of these accounts in the place of what was there; an account without a row loses them. */
export async function replaceEmployers(
  tx: Tx,
  accountNos: readonly string[],
  employers: readonly SearchRow[],
): Promise<void> {
  const accounts = [[...accountNos]]
  await tx.execute('delete from derived.employer_key where account_no = any($1)', accounts)
  await tx.execute('delete from derived.employer_number where account_no = any($1)', accounts)
  await insertEmployers(tx, employers, 'living')
}

/** Makes a page findable by its recognised lines as soon as `tx` ends; again for a better reading. */
export async function indexPage(
  tx: Tx,
  { page, lines }: { page: IndexedPage; lines: readonly PageLine[] },
): Promise<void> {
  await tx.execute('delete from derived.page_key where page_id = $1', [page.pageId])
  await insertPages(tx, [pageRow(page, lines, null)], 'living')
}

export async function insertPages(
  tx: Tx,
  pages: readonly PageRow[],
  generation: Generation,
): Promise<void> {
  const target = { table: tableOf('page_key', generation), columns: pageColumns } as const
  await bulkInsert(tx, { ...target, onConflict: 'skip' }, pages)
}
