// node bench/search-pages.ts [--pages 200000] [--queries 100] [--others 20] [--keep folder] [--seed bench]
//   [--errors measured|even] [--only part of a class's name]
// Pages of a whole country, misread as a recogniser does; ours beside plain PostgreSQL on the same pages.
// With --keep the database stays in that folder and the next run finds it filled. `even` errors are of a kind
// that no weight of ours was made for.
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { benchDatabase, contextFor } from './search/database.ts'
import { fill, givenFor } from './search-pages/fill.ts'
import {
  askFaem,
  type ClassResult,
  measureClass,
  measurePhrases,
  percent,
} from './search-pages/measure.ts'
import { pageSource } from './search-pages/page-texts.ts'
import { askFullText, askTrigrams, fillPlain } from './search-pages/plain-engines.ts'
import { pageQueryClasses } from './search-pages/queries.ts'

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '200000' },
    queries: { type: 'string', default: '100' },
    others: { type: 'string', default: '0' },
    keep: { type: 'string' },
    seed: { type: 'string', default: 'bench' },
    errors: { type: 'string', default: 'measured' },
    only: { type: 'string', default: '' },
  },
})
const count = Number(values.pages)
const queries = Number(values.queries)
const othersQueries = Number(values.others)
const source = pageSource(values.seed, values.errors === 'even' ? 'even' : 'measured')

await using database = await benchDatabase(values.keep)
const given = givenFor(database, source, count)
const [there] = await database.reader.execute<{ pages: number }>(
  'select count(*)::int as pages from derived.page_key',
)
const refillSeconds = there?.pages === count ? null : await fill(database, given)
if (refillSeconds !== null) console.log(`${count} pages refilled in ${refillSeconds} s`)
const sizes = await database.reader.execute<{ relation: string; megabytes: number }>(
  `select relname as relation, round(pg_total_relation_size(oid) / 1048576.0)::int as megabytes
   from pg_class where relname in ('page_key', 'page_list') and relkind = 'r'`,
)
console.table(sizes)

const trial = { source, count, queries }
const engines = {
  nation: await measureAll(askFaem(contextFor, given, 'nation'), queries),
  office: await measureAll(askFaem(contextFor, given, 'office'), queries),
}
const phrases = await measurePhrases(trial, askFaem(contextFor, given, 'nation'))
console.table(phrases)

const others: Record<string, Summary> = {}
if (othersQueries > 0) {
  await fillPlain(database, source, count)
  others['pg_trgm'] = await measureAll(askTrigrams(database), othersQueries)
  others['full text'] = await measureAll(askFullText(database), othersQueries)
}

const folder = join(import.meta.dirname, 'results')
await mkdir(folder, { recursive: true })
const machine = `${cpus().length} × ${cpus()[0]?.model ?? ''}, shared`
const letters = Math.round(
  Array.from({ length: 500 }, (_, at) => source(at * 7).read.join('').length).reduce(
    (sum, length) => sum + length,
    0,
  ) / 500,
)
const report = { count, letters, queries, refillSeconds, sizes, machine, engines, phrases, others }
await writeFile(join(folder, 'search-pages.json'), `${JSON.stringify(report, null, 2)}\n`)

type Summary = { foundIn10: number; foundIn10At15: number; p95: number; classes: ClassResult[] }

async function measureAll(
  ask: Parameters<typeof measureClass>[2],
  asked: number,
): Promise<Summary> {
  const classes: ClassResult[] = []
  for (const each of pageQueryClasses.filter(({ name }) => name.includes(values.only))) {
    const result = await measureClass(each, { source, count, queries: asked }, ask)
    classes.push(result)
    console.log(result.name, result.foundIn10, '%', result.p50, result.p95, 'ms')
  }
  const levels = classes.map(({ byNoise }) => byNoise)
  const at = (noise: string, of: 'asked' | 'found') =>
    levels.reduce((sum, level) => sum + (level[noise]?.[of] ?? 0), 0)
  const all = (of: 'asked' | 'found') =>
    levels.reduce(
      (sum, level) => sum + Object.values(level).reduce((part, each) => part + each[of], 0),
      0,
    )
  const foundIn10 = percent(all('found'), all('asked'))
  const foundIn10At15 = percent(at('0.15', 'found'), at('0.15', 'asked'))
  console.log({ foundIn10, foundIn10At15 })
  return { foundIn10, foundIn10At15, p95: Math.max(...classes.map(({ p95 }) => p95)), classes }
}
