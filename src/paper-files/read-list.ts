import { type CsvRecord, csvReader, decodedText, readAccountKey } from '#employers'
import { Refusal } from '#kernel'
import { arabicDigits, thaiNormalize } from '#thai-text'
import type { ListedFacts } from './commits.ts'
import { limits as shapes } from './contract.ts'
import { type ListColumn, placeListColumns, readCondition } from './list-columns.ts'
import { refusals } from './refusals.ts'

export const limits = { rows_max: 250_000, volume_max: 999 }

export type ListFlaw = {
  line: number
  code:
    | 'row-broken'
    | 'account-unreadable'
    | 'branch-unreadable'
    | 'volume-unreadable'
    | 'office-unknown'
    | 'words-too-long'
    | 'row-repeated'
    | 'condition-unknown'
    | 'account-unknown'
  written: string
  /** Whether the row was left out; else it was taken, and the flaw only warns. */
  refused: boolean
}

/** A row as it is written; the office is null where it names none. */
export type ListRow = Omit<ListedFacts, 'officeId'> & { line: number; officeId: string | null }

export type ReadList = { rows: ListRow[]; flaws: ListFlaw[]; count: number }

/** Reads a list of paper files, UTF-8 or Windows-874. Rows that cannot be read are reported. */
export async function readList(bytes: AsyncIterable<Uint8Array>): Promise<ReadList> {
  const list: ReadList = { rows: [], flaws: [], count: 0 }
  let places: ReadonlyMap<ListColumn, number> | null = null
  const csv = csvReader()
  const take = (records: readonly CsvRecord[]) => {
    for (const record of records) {
      if (places === null) {
        places = placeListColumns(record.cells)
        continue
      }
      list.count += 1
      if (list.count > limits.rows_max) {
        throw new Refusal(refusals.list_too_long, { rows_max: limits.rows_max })
      }
      takeRow(list, record, cellsOf(record, places))
    }
  }
  for await (const piece of decodedText(bytes, () => undefined)) take(csv.push(piece))
  take(csv.end())
  if (places === null) throw new Refusal(refusals.columns_missing, { columns: ['account_no'] })
  return list
}

function takeRow(list: ReadList, record: CsvRecord, cell: Cells): void {
  const { line } = record
  const broken = ['row-broken', record.cells.join(',')] as const
  const row = record.flaw === null ? rowOf(record, cell) : broken
  if ('line' in row) {
    list.rows.push(row)
    const written = cell('condition')
    if (readCondition(written) === null) {
      list.flaws.push({ line, code: 'condition-unknown', written, refused: false })
    }
  } else list.flaws.push({ line, code: row[0], written: row[1], refused: true })
}

type Cells = (column: ListColumn) => string

function cellsOf(record: CsvRecord, places: ReadonlyMap<ListColumn, number>): Cells {
  return (column) => {
    const at = places.get(column)
    return at === undefined ? '' : thaiNormalize(record.cells[at] ?? '').trim()
  }
}

/** The row, or why it is left out and what was written there. */
function rowOf({ line }: CsvRecord, cell: Cells): ListRow | [ListFlaw['code'], written: string] {
  const accountNo = readAccountKey(cell('account_no'))
  if (accountNo === null) return ['account-unreadable', cell('account_no')]
  const branchNo = branchOf(cell('branch_no'))
  if (branchNo === null) return ['branch-unreadable', cell('branch_no')]
  const volumeNo = volumeOf(cell('volume_no'))
  if (volumeNo === null) return ['volume-unreadable', cell('volume_no')]
  const place = { box: cell('box'), building: cell('building'), shelf: cell('shelf') }
  const long = Object.values(place).find((words) => words.length > shapes.words_max)
  if (long !== undefined) return ['words-too-long', long]
  const condition = readCondition(cell('condition')) ?? 'unknown'
  const officeId = cell('office') || null
  return { line, accountNo, ...place, branchNo, condition, officeId, volumeNo }
}

/** Up to six digits, filled up from the left; empty is the head office. */
function branchOf(text: string): string | null {
  const digits = arabicDigits(text)
  return /^[0-9]{0,6}$/.test(digits) ? digits.padStart(6, '0') : null
}

/** `2`, `เล่ม ๒`, `2/3`: the first number; empty is the first volume. */
function volumeOf(text: string): number | null {
  if (text === '') return 1
  const number = Number(/[0-9]+/.exec(arabicDigits(text))?.[0])
  return Number.isInteger(number) && number >= 1 && number <= limits.volume_max ? number : null
}
