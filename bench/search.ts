// node bench/search.ts [rows=926183] [queries a class=100]
// Times the search over invented names of the whole country, through the refill and `find` themselves.
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import type { Scope } from '#kernel'
import { createContext } from '#record'
import { type Employer, employerSource, seededRandom } from '#sample-office'
import { find, refillEmployerKeys, type SearchGiven, type SearchRow } from '#search'
import { splitLegalName } from '#thai-text'
import { testOffice } from '../test/kit/office.ts'
import { type QueryClass, queryClasses } from './search/misspell.ts'

const rowCount = Number(process.argv[2] ?? 926_183)
const queryCount = Number(process.argv[3] ?? 100)
const source = employerSource('bench', 'nation')

await using office = await testOffice({ projections: [] })
const { database } = office.powers
const order = Array.from({ length: rowCount }, (_, index) => ({
  index,
  accountNo: source(index).accountNo,
})).sort((one, other) => (one.accountNo < other.accountNo ? -1 : 1))

let served = 0
const given: SearchGiven = {
  snapshot: database.snapshot,
  async employersAfter(_read, _after, limit) {
    // The refill asks in order, once.
    const batch = order.slice(served, served + limit).map(({ index }) => toRow(source(index)))
    served += batch.length
    return batch
  },
  employersByAccount: async () => [],
  pagesAfter: async () => [],
  linesOf: async () => null,
  officeNames: async () => new Map(),
  documentTypes: async () => [],
  boxesOf: async () => null,
}
// Only decide() makes a Scope; a bench of the module states the widest one.
const everyOffice = { offices: 'all' } as unknown as Scope
const context = createContext(office.powers, office.context.actor, () => everyOffice)

const begun = performance.now()
await refillEmployerKeys({
  database,
  search: given,
  progress: (_job, done) => done % 100_000 === 0 && console.log(`${done} employers`),
})
const refillSeconds = Math.round((performance.now() - begun) / 1_000)
console.log(`${rowCount} employers refilled in ${refillSeconds} s`)

const results: Measured[] = []
for (const queryClass of queryClasses) results.push(await measure(queryClass))
console.table(results)
const [size] = await database.reader.execute<{ bytes: number }>(
  `select pg_total_relation_size('derived.employer_key')
    + pg_total_relation_size('derived.employer_number') as bytes`,
)
const megabytes = Math.round((size?.bytes ?? 0) / 1024 ** 2)
const folder = join(import.meta.dirname, 'results')
await mkdir(folder, { recursive: true })
const machine = `${cpus().length} × ${cpus()[0]?.model ?? ''}, shared`
const report = { rowCount, queryCount, refillSeconds, megabytes, machine, results }
await writeFile(join(folder, 'search.json'), `${JSON.stringify(report, null, 2)}\n`)

type Measured = {
  name: string
  asked: number
  foundIn10: number
  p50: number
  p95: number
  p99: number
  partial: number
}

async function measure({ name, of }: QueryClass): Promise<Measured> {
  const random = seededRandom(`bench/${name}`)
  const times: number[] = []
  let found = 0
  let partial = 0
  for (let tries = 0; tries < queryCount * 20 && times.length < queryCount; tries++) {
    const employer = source(random.between(0, rowCount - 1))
    const q = of(employer, random)
    if (q === null) continue
    const started = performance.now()
    let answer = await find(context, given, { q, part: 'employers' })
    times.push(performance.now() - started)
    const [offer] = answer.offers
    if (offer) answer = await find(context, given, { q: offer.q, part: 'employers' })
    if (answer.partial) partial++
    if (isAmong(employer, answer.employers.hits.slice(0, 10))) found++
  }
  times.sort((one, other) => one - other)
  const at = (share: number) => Math.round(10 * (times[Math.floor(times.length * share)] ?? 0)) / 10
  const foundIn10 = Math.round((1_000 * found) / times.length) / 10
  const measured = { foundIn10, p50: at(0.5), p95: at(0.95), p99: at(0.99), partial }
  console.log(name, measured)
  return { name, asked: times.length, ...measured }
}

/** The employer itself, or one whose name is the same without its legal form. */
function isAmong(
  employer: Employer,
  hits: readonly { accountNo: string; name: string }[],
): boolean {
  const { key } = splitLegalName(employer.nameTh)
  return hits.some(
    ({ accountNo, name }) => accountNo === employer.accountNo || splitLegalName(name).key === key,
  )
}

function toRow(employer: Employer): SearchRow {
  const english = employer.nameEn ? [{ kind: 'english', name: employer.nameEn, core: '' }] : []
  const former = employer.formerNames.map((name) => ({ kind: 'former', name, core: '' }))
  return {
    accountNo: employer.accountNo,
    officeId: employer.office,
    status: employer.status,
    district: employer.address.district,
    province: employer.address.province,
    juristicDigits: employer.juristicNo || null,
    taxDigits: employer.taxNo || null,
    name: employer.nameTh,
    names: [...former, ...english],
  }
}
