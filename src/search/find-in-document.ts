import { sql } from 'kysely'
import type { Context } from '#record'
import type { PageLine, Place, SearchGiven } from './given.ts'
import { within } from './narrowing.ts'
import { type LineRange, placesOf } from './page-text.ts'
import { type PageWords, readPageWords } from './read-query.ts'

export const limits = { hits_max: 500, pages_max: 2_000 }

type PageRow = { pageId: string; ordinal: number; lines: PageLine[] }
type DocumentHit = {
  pageId: string
  ordinal: number
  line: string
  boxes: [number, number, number, number][]
}

/** Where the words stand on the pages of one document; nowhere while its pages are not read yet. */
export async function findInDocument(
  context: Context,
  given: Pick<SearchGiven, 'boxesOf'>,
  { documentId, q }: { documentId: string; q: string },
): Promise<{ hits: DocumentHit[] }> {
  const scope = context.may('documents.open')
  const { rows } = await sql<PageRow>`
    select page_id, ordinal, lines from derived.page_key
    where document_id = ${documentId} and ${within(scope)}
    order by ordinal limit ${limits.pages_max}`.execute(context.read())
  const words = readPageWords(q)
  const hits: DocumentHit[] = []
  for (const row of rows) hits.push(...(await hitsOf(row, words, given)))
  return { hits: hits.slice(0, limits.hits_max) }
}

async function hitsOf(
  { pageId, ordinal, lines }: PageRow,
  words: PageWords,
  given: Pick<SearchGiven, 'boxesOf'>,
): Promise<DocumentHit[]> {
  const hits: DocumentHit[] = []
  for (const range of placesOf(lines, words)) {
    const line = lines[range.line]
    if (line === undefined) continue
    const boxes = (await given.boxesOf({ pageId, ...range })) ?? [partOf(line, range)]
    hits.push({ pageId, ordinal, line: line.text, boxes: boxes.map((box) => [...box]) })
  }
  return hits
}

/** Without the places of its characters, the share of the line that the words take. */
function partOf({ text, box }: PageLine, { start, end }: LineRange): Place {
  const [left, top, width, height] = box
  const length = Math.max(1, text.length)
  return [left + (width * start) / length, top, (width * (end - start)) / length, height]
}
