import type { z } from 'zod'
import { arabicDigits, readDate, readIdentifier, thaiNormalize } from '#thai-text'
import { readAccountKey } from './account-key.ts'
import type { Column, Places } from './columns.ts'
import type { RegisterFacts } from './commits.ts'
import { type Address, EmployerStatus, type PaperNumber } from './contract.ts'
import type { CsvRecord } from './csv.ts'

/** Something about a row that a person should look at. A refused row is not imported, others are. */
export type RegisterFlaw = {
  line: number
  /** Our column, or `row` for the whole row. */
  column: string
  code: string
  written: string | null
  refused: boolean
}

export type RowFacts = RegisterFacts['employer']
export type RegisterRow = { line: number; accountNo: string; branchNo: string; facts: RowFacts }

export type RowRules = {
  places: Places
  columnCount: number
  /** Decides the century of a two-digit year. */
  today: string
  /** The office of rows that name none; null: `limits.office_default`, with a warning. */
  officeId: string | null
}

export const limits = { written_characters_max: 200, office_default: '1000' }

type Note = (column: Column | 'row', code: string, written?: string) => void
type Cells = (column: Column) => string

/** Reads one record. Null when it is refused; `note` hears of everything odd, refused or not. */
export function readRow(
  record: CsvRecord,
  rules: RowRules,
  note: (flaw: RegisterFlaw) => void,
): RegisterRow | null {
  const { line } = record
  const noteAs =
    (refused: boolean): Note =>
    (column, code, written) =>
      note({
        line,
        column,
        code,
        written: written?.slice(0, limits.written_characters_max) ?? null,
        refused,
      })
  const refuse = noteAs(true)
  if (record.flaw !== null) {
    refuse('row', record.flaw)
    return null
  }
  if (record.cells.length !== rules.columnCount) {
    refuse('row', 'column-count', String(record.cells.length))
    return null
  }
  const cells: Cells = (column) => {
    const place = rules.places.get(column)
    return place === undefined ? '' : cleanText(record.cells[place] ?? '')
  }
  const accountNo = keyOf(cells('account_no'), refuse)
  const branchNo = branchOf(cells('branch_no'), refuse)
  if (cells('name_th') === '') refuse('name_th', 'name-missing')
  if (accountNo === null || branchNo === null || cells('name_th') === '') return null
  return { line, accountNo, branchNo, facts: factsOf(cells, rules, noteAs(false)) }
}

// Control characters have no meaning in a register, and PostgreSQL cannot keep U+0000.
const controls = /\p{Cc}+/gu

function cleanText(cell: string): string {
  return cell === '' ? '' : thaiNormalize(cell.replace(controls, ' ')).trim()
}

function keyOf(written: string, refuse: Note): string | null {
  const key = readAccountKey(written)
  if (key === null)
    refuse('account_no', written === '' ? 'account-missing' : 'account-unreadable', written)
  return key
}

function branchOf(written: string, refuse: Note): string | null {
  if (written === '') return '000000'
  const { digits } = readIdentifier(written, 'branch')
  if (digits?.length === 6) return digits
  refuse('branch_no', 'branch-unreadable', written)
  return null
}

function factsOf(cells: Cells, rules: RowRules, warn: Note): RowFacts {
  const number = (column: Column, kind: 'account' | 'juristic' | 'tax') =>
    paperNumber({ written: cells(column), column, kind }, warn)
  return {
    account: number('account_no', 'account') ?? { written: '', digits: '', flag: 'not-digits' },
    officeId: officeOf(cells('office'), rules, warn),
    name: cells('name_th'),
    nameEn: cells('name_en') || null,
    formerNames: cells('former_names')
      .split('|')
      .map((name) => name.trim())
      .filter(Boolean),
    employerType: cells('employer_type') || null,
    juristic: number('juristic_no', 'juristic'),
    tax: number('tax_no', 'tax'),
    businessCode: cells('business_code') || null,
    status: statusOf(cells('status'), warn),
    statusSince: dateOf(cells, 'status_since', { rules, warn }),
    registeredOn: dateOf(cells, 'registered_on', { rules, warn }),
    address: addressOf(cells),
  }
}

type Numbered = { written: string; column: Column; kind: 'account' | 'juristic' | 'tax' }

function paperNumber(
  { written, column, kind }: Numbered,
  warn: Note,
): z.infer<typeof PaperNumber> | null {
  if (written === '') return null
  let read = readIdentifier(written, kind === 'account' ? 'account' : 'juristic')
  // A tax number is a body's or a person's.
  if (kind === 'tax' && read.series === 'national') read = readIdentifier(written, 'national')
  if (read.flag !== 'ok') warn(column, read.flag, written)
  return { written, digits: read.digits ?? '', flag: read.flag }
}

function officeOf(written: string, { officeId }: RowRules, warn: Note): string {
  const code = arabicDigits(written)
  if (/^[0-9]{4}$/.test(code)) return code
  if (written !== '') warn('office', 'office-unreadable', written)
  if (officeId !== null) return officeId
  warn('office', 'office-missing', written)
  return limits.office_default
}

const statusWords: ReadonlyMap<string, RowFacts['status']> = new Map([
  ['ดำเนินกิจการ', 'active'],
  ['หยุดกิจการชั่วคราว', 'paused'],
  ['ไม่มีลูกจ้าง', 'no-employees'],
  ['เลิกกิจการ', 'ceased'],
  ['โอนกิจการ', 'transferred'],
  ['ควบรวมกิจการ', 'merged'],
  ['ล้มละลาย', 'bankrupt'],
  ['ถึงแก่ความตาย', 'deceased'],
])

function statusOf(written: string, warn: Note): RowFacts['status'] {
  if (written === '') return 'unknown'
  const known = statusWords.get(written) ?? EmployerStatus.safeParse(written).data
  if (known === undefined) warn('status', 'status-unknown', written)
  return known ?? 'unknown'
}

function dateOf(
  cells: Cells,
  column: 'status_since' | 'registered_on',
  { rules, warn }: { rules: RowRules; warn: Note },
): string | null {
  const written = cells(column)
  if (written === '') return null
  const read = readDate(written, rules.today)
  if (!read.read || read.precision !== 'day') {
    warn(column, read.read ? 'date-not-a-day' : 'date-unreadable', written)
    return null
  }
  if (read.assumed.length > 0) warn(column, 'date-assumed', written)
  return read.date
}

const addressColumns = [
  ['house_no', 'houseNo'],
  ['moo', 'moo'],
  ['soi', 'soi'],
  ['road', 'road'],
  ['subdistrict', 'subdistrict'],
  ['district', 'district'],
  ['province', 'province'],
  ['postal_code', 'postalCode'],
] as const

function addressOf(cells: Cells): z.infer<typeof Address> {
  const address: z.infer<typeof Address> = {}
  for (const [column, part] of addressColumns) {
    const written = cells(column)
    if (written !== '') address[part] = written
  }
  return address
}
