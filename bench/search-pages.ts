// node bench/search-pages.ts [pages=200000] [queries a class=100] [queries a class of the others=20]
// Pages of a whole country, misread as a recogniser does; ours beside plain PostgreSQL on the same pages.
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { testOffice } from '../test/kit/office.ts'
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

const count = Number(process.argv[2] ?? 200_000)
const queries = Number(process.argv[3] ?? 100)
const othersQueries = Number(process.argv[4] ?? 20)
const source = pageSource('bench')

await using office = await testOffice({ projections: [] })
const { database } = office.powers
const given = givenFor(database, source, count)
const refillSeconds = await fill(database, given)
console.log(`${count} pages refilled in ${refillSeconds} s, the generator's time among it`)
const sizes = await database.reader.execute<{ relation: string; megabytes: number }>(
  `select relname as relation, round(pg_total_relation_size(oid) / 1048576.0)::int as megabytes
   from pg_class where relname in ('page_key', 'page_list') and relkind = 'r'`,
)
console.table(sizes)

const contextFor = (offices: readonly string[] | 'all') => office.contextFor({}, offices)
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
  for (const each of pageQueryClasses) {
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
