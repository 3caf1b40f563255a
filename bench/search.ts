// node bench/search.ts [--rows 926183] [--queries 100] [--keep folder] [--only part of a class's name] [--beside]
// Times the search over invented employers of the whole country, through the refill and `find` themselves.
// With --keep the database stays in that folder and the next run finds it filled; --beside asks PostgreSQL
// without our keys the same questions.
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { refillEmployerKeys } from '#search'
import { nameQueries } from '../test/kit/misspelt.ts'
import { type Asked, findAsked, suggestAsked } from './search/ask.ts'
import { benchDatabase } from './search/database.ts'
import { inventedEmployers } from './search/employers.ts'
import { type Measured, measureClass } from './search/measure-class.ts'
import { measureClients } from './search/measure-clients.ts'
import { plainEngines } from './search/plain-engines.ts'
import { processorTime_ms } from './search/processor-time.ts'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '926183' },
    queries: { type: 'string', default: '100' },
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
if (values.beside)
  for (const { name, ask } of await plainEngines(database)) measured[name] = await measureAll(ask)
if (values.only === '') await report()

async function measureAll(ask: Asked): Promise<Measured[]> {
  const all: Measured[] = []
  for (const queries of nameQueries.filter(({ name }) => name.includes(values.only)))
    all.push(await measureClass({ ask, employers, queries, queryCount, processor_ms }))
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
  const questions = queryCount * 4
  const alone = await measureClients({ given, employers }, { clients: 1, questions })
  const together = await measureClients({ given, employers }, { clients: 16, questions })
  console.table([alone, together])
  const tables = await database.reader.execute<{ name: string; megabytes: number }>(
    `select name, round(pg_total_relation_size('derived.' || name) / 1048576.0)::int as megabytes
     from unnest('{employer_key,employer_number,name_list}'::text[]) name`,
  )
  console.table(tables)
  const folder = join(import.meta.dirname, 'results')
  await mkdir(folder, { recursive: true })
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? ''}, shared, load ${loadavg()[0]?.toFixed(0)}`
  const clients = [alone, together]
  const result = { rowCount, queryCount, machine, refill, tables, clients, measured }
  await writeFile(join(folder, 'search.json'), `${JSON.stringify(result, null, 2)}\n`)
}
