import { sql } from 'kysely'
import { Refusal } from '#kernel'
import type { Context } from '#record'
import type { SimilarPage } from './contract.ts'
import { within } from './narrowing.ts'
import { listSizes, narrowingPages, placesSharing } from './page-candidates.ts'
import { piecesOfWord } from './page-pieces.ts'
import type { Reading } from './reading.ts'
import { refusals } from './refusals.ts'

export const limits = {
  compared_max: 200,
  similar_max: 20,
  pieces_max: 60,
  /** Of the pieces of both pages, those that both have. */
  similar_share: 0.5,
  duplicate_share: 0.85,
}

type Row = Omit<SimilarPage, 'share' | 'nearDuplicate'> & { key: string }

/**
 * Pages whose text is much the same, the most alike first: copies, the same form filled in again. Compared
 * are the pages that share rare pieces, and those of the same employer that are in no list yet.
 * @throws Refusal search.page_unknown
 */
export async function similarPages(
  context: Context,
  pageId: string,
): Promise<{ pages: SimilarPage[] }> {
  const scope = context.may('documents.open')
  const read: Reading = { tables: () => context.read() }
  const columns = sql`page_id, document_id, account_no, ordinal, type, year, key`
  const [page] = (
    await sql<Row>`select ${columns} from derived.page_key
      where page_id = ${pageId} and ${within(scope)}`.execute(context.read())
  ).rows
  if (page === undefined) throw new Refusal(refusals.page_unknown, { pageId })
  const own = new Set(piecesOfWord(page.key))
  // A piece of one byte is on this page alone: a misreading, or a number that nobody else has.
  const sizes = [...(await listSizes(read, [...own]))].filter(([, bytes]) => bytes > 2)
  const pieces = sizes.sort(([, one], [, other]) => one - other).slice(0, limits.pieces_max)
  const places = await placesSharing(read, {
    sizes: new Map(pieces),
    groups: narrowingPages(scope, {}),
    places_max: limits.compared_max,
  })
  const { rows } = await sql<Row>`
    select ${columns} from derived.page_key
    where (place = any(${places}::int[]) or (place is null and account_no = ${page.accountNo}))
      and page_id <> ${pageId} and ${within(scope)}
    limit ${2 * limits.compared_max}`.execute(context.read())
  const similar = rows.map(({ key, ...row }) => ({ ...row, ...compare(own, key) }))
  return {
    pages: similar
      .filter(({ share }) => share >= limits.similar_share)
      .sort((one, other) => other.share - one.share || (one.pageId < other.pageId ? -1 : 1))
      .slice(0, limits.similar_max),
  }
}

/** The share of pieces in common (Jaccard), counted, not estimated. */
function compare(own: ReadonlySet<string>, key: string) {
  const other = new Set(piecesOfWord(key))
  let both = 0
  for (const piece of other) if (own.has(piece)) both++
  const share = both / Math.max(1, own.size + other.size - both)
  return { share, nearDuplicate: share >= limits.duplicate_share }
}
