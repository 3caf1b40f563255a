import type { Database } from '#platform/postgres'
import { segmentWords, thaiNormalize } from '#thai-text'
import type { Asked } from './measure.ts'
import type { PageSource } from './page-texts.ts'

const limits = { batch: 500, answer_ms: 2_500 }

/** The same pages as PostgreSQL would hold them without any of our rules. */
export async function fillPlain(database: Database, source: PageSource, count: number) {
  await database.transaction(async (tx) => {
    await tx.execute('create schema plain')
    await tx.execute('create table plain.page (page_id uuid, text text, words tsvector)')
  })
  for (let at = 0; at < count; at += limits.batch) {
    const some = Array.from({ length: Math.min(limits.batch, count - at) }, (_, n) =>
      source(at + n),
    )
    const texts = some.map(({ read }) => read.map(thaiNormalize).join(' '))
    await database.transaction((tx) =>
      tx.execute(
        `insert into plain.page select page_id, text, array_to_tsvector(string_to_array(words, ' '))
         from unnest($1::uuid[], $2::text[], $3::text[]) as given (page_id, text, words)`,
        [some.map(({ pageId }) => pageId), texts, texts.map(spaced)],
      ),
    )
  }
  await database.transaction(async (tx) => {
    await tx.execute('create index page_text on plain.page using gin (text gin_trgm_ops)')
    await tx.execute('create index page_words on plain.page using gin (words)')
    await tx.execute('analyze plain.page')
  })
}

function wordsOf(text: string): string[] {
  return [...new Set(segmentWords(text).filter((word) => word !== ''))]
}

function spaced(text: string): string {
  return wordsOf(text).join(' ')
}

type Found = { page_id: string }

/** Each of the statements in turn until ten pages are found or the time is over. */
function inTurn(
  database: Database,
  statements: readonly ((q: string) => [string, unknown[]])[],
): Asked {
  return async (q) => {
    const ids = new Set<string>()
    let partial = false
    try {
      await database.snapshot(
        async (read) => {
          for (const statement of statements) {
            if (ids.size >= 10) return
            for (const { page_id } of await read.execute<Found>(...statement(q))) ids.add(page_id)
          }
        },
        { timeout_ms: limits.answer_ms },
      )
    } catch {
      // The only way it fails here is its time limit.
      partial = true
    }
    return { ids: [...ids], partial }
  }
}

/** pg_trgm on the text as read: ILIKE, then the most similar by word_similarity. */
export function askTrigrams(database: Database): Asked {
  return inTurn(database, [
    (q) => ['select page_id from plain.page where text ilike $1 limit 10', [`%${q}%`]],
    (q) => [
      `select page_id from plain.page where $1 <% text
       order by word_similarity($1, text) desc limit 10`,
      [q],
    ],
  ])
}

/** Full text over the words that the segmenter finds: all of them, then any, by rank. */
export function askFullText(database: Database): Asked {
  const query = (q: string, sign: string) =>
    wordsOf(thaiNormalize(q))
      .map((word) => `'${word.replace(/['\\]/g, '')}'`)
      .join(sign)
  const ranked = `select page_id from plain.page, to_tsquery('simple', $1) as query
    where words @@ query order by ts_rank(words, query) desc limit 10`
  return inTurn(database, [(q) => [ranked, [query(q, ' & ')]], (q) => [ranked, [query(q, ' | ')]]])
}
