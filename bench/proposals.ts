/**
 * How often what is proposed for a document is right: sample papers are printed, scanned, read by machine
 * and compared with what stands on them. Fonts and kinds that tuning never looked at are counted apart.
 * `npm run bench:proposals -- [--seeds 6] [--readings DIR]`; results go to bench/results/proposals.json.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { aSamplePage, employerSource, type PageTruth, type ScanLookName } from '#sample-office'
import {
  chooseEngine,
  type Engine,
  type Known,
  type KnownEmployer,
  type Proposal,
  proposeDocument,
  RecognisedPage,
  recognisePage,
} from '#text-recognition'
import { thaiFold } from '#thai-text'
import catalogue from '../src/documents/document-types-seed.json' with { type: 'json' }

const kinds = [
  'sps-1-01',
  'account-number-notice',
  'juristic-certificate',
  'commercial-registration',
  'workplace-map',
  'power-of-attorney',
  'id-card',
  'sps-6-15',
  'insured-register',
  'letter-in',
  'letter-out',
  'pp-20',
  'foundation-licence',
  'committee-list',
  'cooperative-registration',
  'condominium-registration',
  'school-licence',
  'lease',
]
/** Never looked at while rules and weights were chosen. */
const unseenKinds = new Set([
  'pp-20',
  'committee-list',
  'cooperative-registration',
  'school-licence',
])
const unseenFonts = new Set(['Trirong', 'Niramit', 'Bai Jamjuree'])
const looks: readonly ScanLookName[] = [
  'office-200',
  'colour-200',
  'fax',
  'office-300',
  'bilevel-200',
  'faded',
]
const badLooks = new Set(['fax', 'bilevel-200', 'faded'])
/** All employers of the pilot office: their numbers lie close together, as real ones do. */
const employers_count = 3_705
const today = '2020-03-12'
const goals = { type_right: 98, type_answers: 90, account_scan: 99, account_bad: 92 }

type Read = { truths: PageTruth[]; pages: RecognisedPage[] }
type Outcome = {
  kind: string
  font: string
  look: string
  /** Null: nothing was proposed. */
  type: boolean | null
  accountNo: Answer
  juristicNo: Answer
  name: Answer
  dated: Answer
  sure_wrong: string[]
  /** The account number stands on the paper in Arabic digits. */
  arabic: boolean
}
/** `absent`: the paper does not bear it. */
type Answer = 'right' | 'wrong' | 'none' | 'absent'

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '6' }, readings: { type: 'string' } },
})

async function main(): Promise<void> {
  sharp.concurrency(1)
  const engine = await chooseEngine()
  const outcomes: Outcome[] = []
  try {
    for (let seed = 1; seed <= Number(values.seeds); seed++) {
      const known = knownOf(seed)
      for (const [at, kind] of kinds.entries()) {
        const look = looks[(at + seed) % looks.length] ?? 'office-200'
        const read = await readDocument(engine, { kind, seed, look })
        const outcome = outcomeOf(read, await proposeDocument(read.pages, known))
        console.log(lineOf(outcome))
        outcomes.push(outcome)
      }
    }
  } finally {
    await engine.close()
  }
  await report(outcomes, engine)
}

/** The register of one sample office, and the catalogue. */
function knownOf(seed: number): Known {
  const source = employerSource(seed, 'pilot')
  const byNumber = new Map<string, KnownEmployer[]>()
  for (let index = 0; index < employers_count; index++) {
    const { accountNo, juristicNo, taxNo, nameTh } = source(index)
    const employer = {
      accountNo,
      juristicDigits: juristicNo || null,
      taxDigits: taxNo || null,
      name: nameTh,
    }
    for (const number of new Set([accountNo, juristicNo, taxNo])) {
      if (number) byNumber.set(number, [...(byNumber.get(number) ?? []), employer])
    }
  }
  return {
    types: catalogue.documentTypes,
    today,
    employersByNumber: async (numbers) => [
      ...new Set(numbers.flatMap((number) => byNumber.get(number) ?? [])),
    ],
  }
}

type Wanted = { kind: string; seed: number; look: ScanLookName }

async function readDocument(engine: Engine, { kind, seed, look }: Wanted): Promise<Read> {
  const kept = values.readings ? join(values.readings, `${kind}-${seed}-${look}.json`) : null
  const text = kept ? await readFile(kept, 'utf8').catch(() => null) : null
  if (text !== null) return JSON.parse(text)
  const read: Read = { truths: [], pages: [] }
  for (const page of kind === 'sps-1-01' ? [0, 1] : [0]) {
    const { bytes, truth } = await aSamplePage(kind, { seed, look, page })
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
    const channels = info.channels === 1 ? 1 : 3
    const dpi = look.endsWith('300') ? 300 : 200
    const pixels = { data, width: info.width, height: info.height, channels, dpi } as const
    const signal = AbortSignal.timeout(120_000)
    read.pages.push(RecognisedPage.parse(await recognisePage(pixels, { engine, signal })))
    read.truths.push(truth)
  }
  if (kept && values.readings) {
    await mkdir(values.readings, { recursive: true })
    await writeFile(kept, JSON.stringify(read))
  }
  return read
}

function outcomeOf({ truths }: Read, proposals: readonly Proposal[]): Outcome {
  const [truth] = truths
  if (!truth) throw new RangeError('a document has a page')
  const written = truths.flatMap(({ lines }) => lines).join(' ')
  const digits = written
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .replace(/(?<=\d)-(?=\d)/g, '')
  const { accountNo = '', juristicNo = '', nameTh = '', documentDate = '' } = truth.index
  const first = (field: Proposal['field']) => proposals.find((each) => each.field === field)
  const answer = (field: Proposal['field'], right: string, there: boolean): Answer => {
    const found = first(field)
    const value = found?.field === 'dated' ? found.value.date : found?.value
    // Spaces in names are a matter of taste.
    if (value !== undefined && thaiFold(value) === thaiFold(right)) return 'right'
    if (!there && value === undefined) return 'absent'
    return value === undefined ? 'none' : 'wrong'
  }
  const type = first('type')
  const outcome = {
    accountNo: answer('accountNo', accountNo, digits.includes(accountNo)),
    juristicNo: answer('juristicNo', juristicNo, juristicNo !== '' && digits.includes(juristicNo)),
    name: answer('name', nameTh, written.includes(nameTh)),
    dated: answer('dated', documentDate, written.includes(thaiYearOf(documentDate))),
  }
  return {
    kind: truth.documentType,
    font: truth.font,
    look: truth.look,
    type: type ? type.value === truth.documentType : null,
    arabic: written.replace(/(?<=\d)-(?=\d)/g, '').includes(accountNo),
    ...outcome,
    sure_wrong: Object.entries(outcome)
      .filter(
        ([field, each]) =>
          each === 'wrong' && (first(field as Proposal['field'])?.confidence ?? 0) >= 0.9,
      )
      .map(([field]) => field),
  }
}

function thaiYearOf(date: string): string {
  return String(Number(date.slice(0, 4)) + 543)
}

function lineOf({ kind, font, look, type, sure_wrong, ...fields }: Outcome): string {
  const said = type === null ? 'none' : type ? 'right' : 'WRONG'
  const { accountNo, juristicNo, name, dated } = fields
  const rest = `account ${accountNo}, juristic ${juristicNo}, name ${name}, date ${dated}`
  const wrong = sure_wrong.length > 0 ? `  SURE BUT WRONG: ${sure_wrong.join(' ')}` : ''
  return `${kind.padEnd(25)} ${font.padEnd(26)} ${look.padEnd(11)} type ${said}, ${rest}${wrong}`
}

async function report(outcomes: readonly Outcome[], engine: Engine): Promise<void> {
  const parts: Record<string, (outcome: Outcome) => boolean> = {
    all: () => true,
    'fonts and kinds of tuning': ({ font, kind }) =>
      !unseenFonts.has(font) && !unseenKinds.has(kind),
    'unseen fonts': ({ font }) => unseenFonts.has(font),
    'unseen kinds': ({ kind }) => unseenKinds.has(kind),
    'scans, grey and colour': ({ look }) => !badLooks.has(look),
    'fax, bilevel, faded': ({ look }) => badLooks.has(look),
  }
  const table = Object.entries(parts).map(([part, belongs]) =>
    summaryOf(part, outcomes.filter(belongs)),
  )
  console.table(table)
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version }
  const { name, version } = engine
  const folder = join(import.meta.dirname, 'results')
  await mkdir(folder, { recursive: true })
  const written = { machine, engine: { name, version }, goals, table, outcomes }
  await writeFile(join(folder, 'proposals.json'), `${JSON.stringify(written, null, 2)}\n`)
}

function summaryOf(part: string, outcomes: readonly Outcome[]) {
  const answered = outcomes.filter(({ type }) => type !== null)
  const share = (field: 'accountNo' | 'juristicNo' | 'name' | 'dated') => {
    const borne = outcomes.filter((outcome) => outcome[field] !== 'absent')
    return percent(borne.filter((outcome) => outcome[field] === 'right').length, borne.length)
  }
  return {
    part,
    documents: outcomes.length,
    type_answers: percent(answered.length, outcomes.length),
    type_right: percent(answered.filter(({ type }) => type).length, answered.length),
    account: share('accountNo'),
    account_in_arabic_digits: accountShare(outcomes.filter(({ arabic }) => arabic)),
    juristic: share('juristicNo'),
    name: share('name'),
    date: share('dated'),
    sure_but_wrong: outcomes.reduce((sum, { sure_wrong }) => sum + sure_wrong.length, 0),
  }
}

function accountShare(outcomes: readonly Outcome[]): number {
  const right = outcomes.filter(({ accountNo }) => accountNo === 'right')
  return percent(right.length, outcomes.length)
}

function percent(part: number, all: number): number {
  return all === 0 ? 0 : Math.round((1_000 * part) / all) / 10
}

await main()
