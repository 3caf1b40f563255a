import type { Database } from '#platform/postgres'
import type { NameLists } from './name-lists.ts'
import type { Reading } from './reading.ts'

/** A row of `#employers` as its reads for search give it. */
export type SearchRow = {
  readonly accountNo: string
  readonly officeId: string
  readonly status: string
  readonly district: string | null
  readonly province: string | null
  readonly juristicDigits: string | null
  readonly taxDigits: string | null
  readonly name: string
  readonly names: readonly { readonly kind: string; readonly name: string; readonly core: string }[]
}

/** What search keeps of a filed page; every StoredPage of `#documents` is one. */
export type IndexedPage = {
  readonly pageId: string
  readonly documentId: string
  readonly accountNo: string
  readonly branchNo: string
  readonly officeId: string
  readonly type: string
  readonly dated: { readonly date: string } | null
  readonly ordinal: number
}

/** Left, top, width, height as fractions of the page. */
export type Place = readonly [number, number, number, number]

/** One recognised line of a page, in reading order. */
export type PageLine = { readonly text: string; readonly box: Place }

/** A stretch of one recognised line, in UTF-16 units of its text. */
export type Stretch = { pageId: string; line: number; start: number; end: number }

/** What search asks of the other modules. The app ties it; nothing here knows their tables. */
export type SearchGiven = {
  readonly snapshot: Database['snapshot']
  /** In order of account numbers, behind `afterAccountNo`. */
  employersAfter(read: Reading, afterAccountNo: string, limit: number): Promise<SearchRow[]>
  employersByAccount(read: Reading, accountNos: readonly string[]): Promise<SearchRow[]>
  /** In order of page ids, behind `afterPageId`; '' is the beginning. */
  pagesAfter(read: Reading, afterPageId: string, limit: number): Promise<IndexedPage[]>
  /** The recognised lines of a page, null when it has not been read. */
  linesOf(page: IndexedPage): Promise<readonly PageLine[] | null>
  /** Office code → name. */
  officeNames(read: Reading): Promise<ReadonlyMap<string, string>>
  documentTypes(
    read: Reading,
  ): Promise<readonly { code: string; titleTh: string; formNo: string | null }[]>
  /** The boxes of the characters of a stretch; null when the reading is not there: the line's box stands in. */
  boxesOf(stretch: Stretch): Promise<readonly Place[] | null>
  /** Lists of names kept from one query to the next; without them every query reads its own. */
  readonly nameLists?: NameLists
}

/** What the refills need. `progress` hears how many employers or pages were filled so far. */
export type SearchWork = {
  readonly database: Database
  readonly search: SearchGiven
  progress?(job: string, done: number): void
}
