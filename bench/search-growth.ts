// node bench/search-growth.ts --keep folder [--updates 100000]
// How much the keys of names grow while employers change one by one, and what questions cost then. The folder
// is that of bench/search.ts and is changed by this: give it a copy.
import { parseArgs } from 'node:util'
import { seededRandom } from '#sample-office'
import { replaceEmployers } from '../src/search/write-keys.ts'
import { benchDatabase } from './search/database.ts'
import { inventedEmployers, searchRow } from './search/employers.ts'
import { measureClients } from './search/measure-clients.ts'

const { values } = parseArgs({
  options: { keep: { type: 'string' }, updates: { type: 'string', default: '100000' } },
})
if (values.keep === undefined) throw new Error('--keep names the folder of a filled database')
const updates = Number(values.updates)
const at_once = 200

await using database = await benchDatabase(values.keep)
const [rows] = await database.reader.execute<{ count: number }>(
  'select count(*)::int as count from derived.employer_number',
)
const employers = inventedEmployers(rows?.count ?? 0)
const given = employers.given(database)
const ask = () =>
  measureClients({ given, employers }, { clients: 1, questions: 600, reach: 'nation' })

const before = { megabytes: await megabytes(), ...(await ask()) }
const random = seededRandom('growth')
const begun = performance.now()
for (let done = 0; done < updates; done += at_once) {
  const changed = new Map(
    Array.from({ length: at_once }, () => {
      const row = searchRow(employers.at(random.between(0, employers.count - 1)))
      return [row.accountNo, { ...row, name: `${row.name} ใหม่` }] as const
    }),
  )
  await database.transaction((tx) =>
    replaceEmployers(tx, [...changed.keys()], [...changed.values()]),
  )
}
const seconds = Math.round((performance.now() - begun) / 1_000)
const after = { megabytes: await megabytes(), ...(await ask()) }
console.table([before, after])
console.log({
  updates,
  seconds,
  growth: Math.round((100 * after.megabytes) / before.megabytes) / 100,
})

async function megabytes(): Promise<number> {
  const [sum] = await database.reader.execute<{ megabytes: number }>(
    `select round(sum(pg_total_relation_size(('derived.' || name)::regclass)) / 1048576.0)::int as megabytes
     from unnest('{employer_key,employer_number,name_list}'::text[]) name`,
  )
  return sum?.megabytes ?? 0
}
