import { certificationProjection } from '#certification'
import { newId } from '#kernel'
import { listExpectedFiles, paperFileId, paperFilesProjection } from '#paper-files'
import { createImages } from '#platform/images'
import { type Context, openInstallation, rebuild, stateDigest } from '#record'
import { lineFollower } from '#reporting'
import { seededRandom } from '#sample-office'
import { listCheckers } from '../../../src/conversion/list-checks.ts'
import { aLine, employer, type Line } from '../../kit/line.ts'
import { certify, check } from './judging.ts'
import { controlsMissed, flawsOf, lookAt } from './line-state.ts'
import { createWeather } from './mishaps.ts'
import { aStack, createCamera, type Paper } from './paper.ts'
import { type Checker, type Clerk, type Rated, sortedRight } from './people.ts'
import { type Floor, mend, scan } from './scanning.ts'

export type LineRun = {
  readonly pages: number
  readonly seed: string
  /** Sheets of a batch. */
  readonly sheets: number
  /** How many steps of all are struck, 0–1. */
  readonly rate: number
  /** Computes the whole state again from the store at the end, and compares. */
  readonly rebuilding: boolean
  say(line: string): void
}

export type LineVerdict = {
  readonly pages: number
  readonly batches: number
  readonly seconds: number
  /** Strikes by step and mishap. */
  readonly strikes: ReadonlyMap<string, number>
  readonly flaws: readonly string[]
  /** Spoiled states that the check would not have noticed. */
  readonly missed: readonly string[]
  readonly people: readonly Rated[]
  readonly sorted: { readonly pairs: number; readonly right: number }
}

/** People nearer than this are not told apart, and need not be. */
const apart = { checkers: 0.1, clerks: 0.01 }
const sayEvery = 20

/** Brings paper along the line until so many pages have arrived. A seed is a factory; samples are drawn anew. */
export async function lineRun(run: LineRun): Promise<LineVerdict> {
  await using line = await aLine([paperFilesProjection, certificationProjection], [lineFollower])
  const folder = `${line.folder}/tmp`
  const real = createImages({ children: 1, tempDir: folder })
  try {
    return await onTheFloor(run, line, real)
  } finally {
    await real.close()
  }
}

async function onTheFloor(
  run: LineRun,
  line: Line,
  real: ReturnType<typeof createImages>,
): Promise<LineVerdict> {
  const random = seededRandom(`${run.seed}/line`)
  await listExpectedFiles(line.context, employer.office)
  const { powers } = line
  const weather = createWeather({
    random: seededRandom(`${run.seed}/weather`),
    rate: run.rate,
    restart: () => openInstallation(powers, powers.clock),
  })
  Object.assign(powers, weather.exposed(powers))
  const camera = await createCamera(random)
  const { accountNo } = employer
  const floor: Floor = {
    ...{ random, weather, camera, images: camera.images(real), accountNo },
    machinery: line.contextFor({}, 'all'),
    paperFileId: paperFileId({ accountNo, branchNo: '000000', volumeNo: 1 }),
    shown: new Map(),
    promised: new Map(),
  }
  const staff = staffOf(line)
  const started = performance.now()
  let batches = 0
  while (floor.promised.size < run.pages) {
    const clerk = random.pick(staff.clerks)
    const checker = random.pick(staff.checkers)
    const papers = aStack(random, { name: String(batches), sheets: run.sheets })
    await oneBatch(floor, { clerk, checker, head: staff.head }, papers)
    batches++
    if (batches % sayEvery === 0) run.say(`${batches} batches, ${floor.promised.size} pages`)
  }
  const seconds = (performance.now() - started) / 1_000
  const found = await lookAt(powers.database, floor.paperFileId)
  const flaws = flawsOf(floor.promised, found)
  if (run.rebuilding) flaws.push(...(await rebuilt(line)))
  const people = await measured(line, staff)
  const sorts = [
    sortedRight(people.checkers, apart.checkers),
    sortedRight(people.clerks, apart.clerks),
  ]
  return {
    ...{ pages: floor.promised.size, batches, seconds, strikes: weather.strikes, flaws },
    missed: controlsMissed(floor.promised, found),
    people: [...people.checkers, ...people.clerks],
    sorted: {
      pairs: sorts.reduce((sum, { pairs }) => sum + pairs, 0),
      right: sorts.reduce((sum, { right }) => sum + right, 0),
    },
  }
}

type Staff = { clerks: Clerk[]; checkers: Checker[]; head: Context }

function staffOf(line: Line): Staff {
  const person = (name: string, at: number) =>
    line.contextFor({ person: newId(new Date(at)), name }, [employer.office])
  return {
    clerks: [0.004, 0.03, 0.08].map((misses, at) => {
      const name = `คนสแกน ${at + 1}`
      return { name, context: person(name, 10 + at), misses, jams: misses / 4 }
    }),
    checkers: [0.5, 0.7, 0.85, 0.97].map((catches, at) => {
      const name = `คนตรวจ ${at + 1}`
      return { name, context: person(name, 20 + at), catches }
    }),
    head: person('หัวหน้า', 30),
  }
}

type Hands = { clerk: Clerk; checker: Checker; head: Context }

/** From the shelf to the file, however often it goes round. */
async function oneBatch(floor: Floor, hands: Hands, papers: readonly Paper[]): Promise<void> {
  const { clerk, checker, head } = hands
  const batchId = await scan(floor, clerk, papers)
  const signers = { scanner: clerk.context, checker: checker.context, head }
  for (;;) {
    const checked = await check(floor, checker, { batchId, papers })
    if (checked === 'accepted' && (await certify(floor, signers, batchId)) === 'certified') return
    await mend(floor, clerk, { batchId, papers })
  }
}

async function rebuilt({ powers }: Line): Promise<string[]> {
  const before = await stateDigest(powers.database)
  await rebuild(powers, () => undefined)
  const same = (await stateDigest(powers.database)).digest === before.digest
  return same ? [] : ['the state after a rebuild is another one']
}

/** What the record says of each person, against what they really are. */
async function measured(line: Line, { clerks, checkers }: Staff) {
  const known = (await listCheckers(line.context)).checkers
  const byClerk = await line.powers.database.reader.execute<{
    person: string
    documents: number
    rejected: number
  }>(
    `select b.scanned_by->0->>'person' as person, sum(c.documents)::int as documents,
       sum(c.rejected)::int as rejected
     from record.conversion_check c join record.conversion_batch b using (batch_id)
     where c.round = 1 group by 1`,
  )
  return {
    checkers: checkers.map(({ name, context, catches }): Rated => {
      const found = known.find(({ person }) => person === context.actor.person)
      const of = found?.planted ?? 0
      return { name, real: catches, measured: of === 0 ? 0 : (found?.caught ?? 0) / of, of }
    }),
    clerks: clerks.map(({ name, context, misses }): Rated => {
      const found = byClerk.find(({ person }) => person === context.actor.person)
      const of = found?.documents ?? 0
      return { name, real: misses, measured: of === 0 ? 0 : (found?.rejected ?? 0) / of, of }
    }),
  }
}
