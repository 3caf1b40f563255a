// node bench/search.ts [--rows 926183] [--queries 100] [--seed bench] [--keep folder]
//   [--only part of a class's name] [--beside]
// Times the search over invented employers of the whole country, through the refill and `find` themselves.
// With --keep the database stays in that folder and the next run finds it filled; --beside asks PostgreSQL
// without our keys the same questions.
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { refillEmployerKeys } from '#search'
import { nameQueries } from '../test/kit/misspelt.ts'
import { type Asked, findAsked, suggestAsked } from './search/ask.ts'
import { benchDatabase } from './search/database.ts'
import { inventedEmployers } from './search/employers.ts'
import { type Measured, measureClass } from './search/measure-class.ts'
import { type MeasuredClients, measureClients } from './search/measure-clients.ts'
import { otherEngines } from './search/other-engines.ts'
import { plainEngines } from './search/plain-engines.ts'
import { processorTime_ms } from './search/processor-time.ts'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '926183' },
    queries: { type: 'string', default: '100' },
    seed: { type: 'string', default: 'bench' },
    keep: { type: 'string' },
    only: { type: 'string', default: '' },
    beside: { type: 'boolean', default: false },
  },
})
const rowCount = Number(values.rows)
const queryCount = Number(values.queries)

await using database = await benchDatabase(values.keep)
const employers = inventedEmployers(rowCount)
const given = employers.given(database)
const processor_ms = () => processorTime_ms(database.serverPid)
const refill = await filled()
const measured: Record<string, Measured[]> = { search: await measureAll(findAsked(given)) }
if (values.only === '') measured['suggestions'] = await measureAll(suggestAsked(given))
if (values.beside) {
  const plain = await plainEngines(database)
  const other = await otherEngines(database, values.keep ?? tmpdir())
  for (const { name, ask } of [...plain.engines, ...other.engines])
    measured[name] = await measureAll(ask)
  other.stop()
  await plain.stop()
}
if (values.only === '') await report()

async function measureAll(ask: Asked): Promise<Measured[]> {
  const all: Measured[] = []
  for (const queries of nameQueries.filter(({ name }) => name.includes(values.only)))
    all.push(
      await measureClass({ ask, employers, queries, queryCount, seed: values.seed, processor_ms }),
    )
  console.table(all)
  return all
}

async function filled(): Promise<{ seconds: number; megabytes: number } | null> {
  const [there] = await database.reader.execute<{ count: number }>(
    'select count(*) from derived.employer_number',
  )
  if (there?.count === rowCount) return null
  const begun = performance.now()
  const progress = (_job: string, done: number) =>
    done % 100_000 === 0 && console.log(`${done} employers`)
  await refillEmployerKeys({ database, search: given, progress })
  const seconds = Math.round((performance.now() - begun) / 1_000)
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(`${rowCount} employers refilled in ${seconds} s with ${megabytes} MB`)
  return { seconds, megabytes }
}

async function report(): Promise<void> {
  const questions = queryCount * 10
  const clients: MeasuredClients[] = []
  for (const reach of ['nation', 'office'] as const)
    for (const many of [1, 16])
      clients.push(await measureClients({ given, employers }, { clients: many, questions, reach }))
  console.table(clients)
  const tables = await database.reader.execute<{ name: string; megabytes: number }>(
    `select name, round(pg_total_relation_size('derived.' || name) / 1048576.0)::int as megabytes
     from unnest('{employer_key,employer_number,name_list}'::text[]) name`,
  )
  console.table(tables)
  const folder = join(import.meta.dirname, 'results')
  await mkdir(folder, { recursive: true })
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? ''}, shared, load ${loadavg()[0]?.toFixed(0)}`
  const result = {
    rowCount,
    queryCount,
    seed: values.seed,
    machine,
    refill,
    tables,
    clients,
    measured,
  }
  const name = values.seed === 'bench' ? 'search.json' : `search-${values.seed}.json`
  await writeFile(join(folder, name), `${JSON.stringify(result, null, 2)}\n`)
}
