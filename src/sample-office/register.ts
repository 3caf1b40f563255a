import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { slashedDate } from './dates.ts'
import { type Employer, employerSource, nextBranch, type Spread } from './employers.ts'
import { type Random, type Seed, seededRandom } from './random.ts'
import { type Flaw, spoil } from './register-flaws.ts'
import { encodeWindows874 } from './windows-874.ts'

export type RegisterEncoding = 'utf-8' | 'utf-8-bom' | 'windows-874'

export type WriteRegister = {
  path: string
  rows: number
  seed: Seed
  encoding: RegisterEncoding
  /** Default `nation`. */
  spread?: Spread
  /** Share of rows whose dates stand as dd/mm/BBBB instead of ISO, 0 to 1. Default 0. */
  oldStyle?: number
  /** Share of rows with a flaw, 0 to 1. Default 0. */
  flawShare?: number
  /** Share of rows that are a further branch of the row before, 0 to 1. Default 0. */
  branchShare?: number
}

export type WrittenRegister = {
  rows: number
  bytes: number
  sha256: string
  flaws: Readonly<Record<string, number>>
  /** The first flawed rows: line in the file (the header is line 1) and what is wrong. */
  firstFlaws: readonly { line: number; flaw: Flaw }[]
}

export const registerColumns = [
  'account_no',
  'branch_no',
  'name_th',
  'name_en',
  'former_names',
  'employer_type',
  'juristic_no',
  'tax_no',
  'business_code',
  'house_no',
  'moo',
  'soi',
  'road',
  'subdistrict',
  'district',
  'province',
  'postal_code',
  'office',
  'status',
  'status_since',
  'registered_on',
] as const

const limits = { first_flaws_max: 1_000, chunk_rows: 500 }

/**
 * Streams a register of invented employers as CSV (RFC 4180, CRLF, one header line) in bounded memory.
 * Several former names stand in one cell, parted by ` | `. The same options give the same bytes.
 */
export async function writeRegister(options: WriteRegister): Promise<WrittenRegister> {
  const flaws: { line: number; flaw: Flaw }[] = []
  const counts: Record<string, number> = {}
  const noteFlaw = (line: number, flaw: Flaw) => {
    counts[flaw] = (counts[flaw] ?? 0) + 1
    if (flaws.length < limits.first_flaws_max) flaws.push({ line, flaw })
  }
  const written = await writeText(options, registerLines(options, noteFlaw))
  return { rows: options.rows, ...written, flaws: counts, firstFlaws: flaws }
}

/** Writes the given employers in the same form. */
export async function writeEmployers(path: string, employers: readonly Employer[]): Promise<void> {
  const lines = employers.map((employer) => csvLine(cellsOf(employer, (date) => date)))
  await writeText({ path, encoding: 'utf-8-bom' }, [csvLine(registerColumns), ...lines])
}

function* registerLines(
  options: WriteRegister,
  noteFlaw: (line: number, flaw: Flaw) => void,
): Generator<string> {
  const { seed, rows, oldStyle = 0, flawShare = 0, branchShare = 0 } = options
  const source = employerSource(seed, options.spread ?? 'nation')
  const random = seededRandom(`${seed}/register`)
  yield csvLine(registerColumns)
  let employer: Employer | null = null
  let employers = 0
  for (let row = 0; row < rows; row += 1) {
    if (employer && random.chance(branchShare)) employer = nextBranch(employer, random)
    else employer = source(employers++)
    const cells = cellsOf(employer, random.chance(oldStyle) ? slashedDate : (date) => date)
    if (!random.chance(flawShare)) yield csvLine(cells)
    else yield flawedLine(random, cells, (flaw) => noteFlaw(row + 2, flaw))
  }
}

function flawedLine(random: Random, cells: string[], note: (flaw: Flaw) => void): string {
  const { flaw, cells: spoilt } = spoil(random, cells)
  note(flaw)
  return csvLine(spoilt)
}

function cellsOf(employer: Employer, written: (date: string) => string): string[] {
  const { address } = employer
  return [
    employer.accountNo,
    employer.branchNo,
    employer.nameTh,
    employer.nameEn,
    employer.formerNames.join(' | '),
    employer.employerType,
    employer.juristicNo,
    employer.taxNo,
    employer.businessCode,
    address.houseNo,
    address.moo,
    address.soi,
    address.road,
    address.subdistrict,
    address.district,
    address.province,
    address.postalCode,
    employer.office,
    employer.status,
    written(employer.statusSince),
    written(employer.registeredOn),
  ]
}

const mustQuote = /[",\r\n]/

function csvLine(cells: readonly string[]): string {
  const quoted = cells.map((cell) =>
    mustQuote.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
  )
  return `${quoted.join(',')}\r\n`
}

type Target = { path: string; encoding: RegisterEncoding }

async function writeText(
  { path, encoding }: Target,
  lines: Iterable<string>,
): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  function* chunks() {
    if (encoding === 'utf-8-bom') yield Buffer.from('\ufeff')
    for (const text of gathered(lines)) {
      yield encoding === 'windows-874' ? encodeWindows874(text) : Buffer.from(text)
    }
  }
  function* counted() {
    for (const chunk of chunks()) {
      hash.update(chunk)
      bytes += chunk.length
      yield chunk
    }
  }
  await pipeline(Readable.from(counted(), { objectMode: true }), createWriteStream(path))
  return { bytes, sha256: hash.digest('hex') }
}

function* gathered(lines: Iterable<string>): Generator<string> {
  let held: string[] = []
  for (const line of lines) {
    held.push(line)
    if (held.length < limits.chunk_rows) continue
    yield held.join('')
    held = []
  }
  yield held.join('')
}
