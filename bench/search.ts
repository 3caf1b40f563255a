// node bench/search.ts [--rows 926183] [--queries 100] [--keep folder] [--only part of a class's name]
// Times the search over invented employers of the whole country, through the refill and `find` themselves.
// With --keep the database stays in that folder and the next run finds it filled.
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { refillEmployerKeys } from '#search'
import { nameQueries } from '../test/kit/misspelt.ts'
import { benchDatabase, inventedEmployers } from './search/employers.ts'
import { type Measured, measureClass } from './search/measure-class.ts'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '926183' },
    queries: { type: 'string', default: '100' },
    keep: { type: 'string' },
    only: { type: 'string', default: '' },
  },
})
const rowCount = Number(values.rows)
const queryCount = Number(values.queries)

await using database = await benchDatabase(values.keep)
const employers = inventedEmployers(rowCount)
const given = employers.given(database)
const refill = await filled()
const measured: Measured[] = []
for (const queries of nameQueries.filter(({ name }) => name.includes(values.only)))
  measured.push(await measureClass({ given, employers, queries, queryCount }))
console.table(measured)
if (values.only === '') await report()

async function filled(): Promise<{ seconds: number } | null> {
  const [there] = await database.reader.execute<{ count: number }>(
    'select count(*) from derived.employer_number',
  )
  if (there?.count === rowCount) return null
  const begun = performance.now()
  const progress = (_job: string, done: number) =>
    done % 100_000 === 0 && console.log(`${done} employers`)
  await refillEmployerKeys({ database, search: given, progress })
  const seconds = Math.round((performance.now() - begun) / 1_000)
  console.log(`${rowCount} employers refilled in ${seconds} s`)
  return { seconds }
}

async function report(): Promise<void> {
  const [size] = await database.reader.execute<{ bytes: number }>(
    `select sum(pg_total_relation_size('derived.' || name)) as bytes
     from unnest('{employer_key,employer_number,name_list}'::text[]) name`,
  )
  const megabytes = Math.round(Number(size?.bytes ?? 0) / 1024 ** 2)
  const folder = join(import.meta.dirname, 'results')
  await mkdir(folder, { recursive: true })
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? ''}, shared`
  const result = { rowCount, queryCount, refill, megabytes, machine, measured }
  await writeFile(join(folder, 'search.json'), `${JSON.stringify(result, null, 2)}\n`)
}
