import type { Context } from '#record'
import { placeColumns } from './columns.ts'
import { type CsvRecord, csvReader } from './csv.ts'
import { type RegisterFlaw, type RegisterRow, type RowRules, readRow } from './read-row.ts'
import { type ImportRow, stageChunk } from './register-import.ts'
import { decodedText } from './text-encoding.ts'
import { stopWhenCancelled, type Watching } from './watching.ts'

export const limits = { chunk_rows: 20_000 }

export type Reading = {
  bytes: () => AsyncIterable<Uint8Array>
  size: number
  standing: ImportRow
  mapping: Readonly<Record<string, string>>
  officeId: string | null
  today: string
}

/** Reads a register into the staging table, after the rows that stand there already. */
export async function readRegister(
  context: Context,
  reading: Reading,
  watching: Watching,
): Promise<{ standing: ImportRow; encoding: string }> {
  let { standing } = reading
  const told = { done: 0, encoding: '' }
  let rules: RowRules | null = null
  let index = 0
  let chunk = emptyChunk()
  // One chunk is written while the next is read.
  let staging = Promise.resolve(standing)
  const stage = async () => {
    stopWhenCancelled(watching)
    const full = chunk
    chunk = emptyChunk()
    standing = await staging
    staging = stageChunk(context, { before: standing, ...full })
    // Its failure is met by whoever awaits it next; until then it must not count as unhandled.
    staging.catch(() => undefined)
    watching.progress({ phase: 'reading', done: told.done, all: reading.size })
  }
  try {
    for await (const records of recordsOf(reading, told)) {
      for (const record of records) {
        if (rules === null) {
          rules = rulesOf(record, reading)
          if (standing.state !== 'reading') return { standing, encoding: told.encoding }
          continue
        }
        index += 1
        if (index <= reading.standing.rowsRead) continue
        const row = readRow(record, rules, (flaw) => chunk.flaws.push(flaw))
        if (row !== null) chunk.rows.push(row)
        chunk.read += 1
        if (chunk.read >= limits.chunk_rows) await stage()
      }
    }
    rules ??= rulesOf({ line: 1, cells: [], flaw: null }, reading)
    if (chunk.read > 0) await stage()
    standing = await staging
    stopWhenCancelled(watching)
    return { standing, encoding: told.encoding }
  } finally {
    await staging.catch(() => undefined)
  }
}

function emptyChunk() {
  const rows: RegisterRow[] = []
  const flaws: RegisterFlaw[] = []
  return { rows, flaws, read: 0 }
}

function rulesOf(header: CsvRecord, { mapping, officeId, today }: Reading): RowRules {
  const places = placeColumns(header.cells, mapping)
  return { places, columnCount: header.cells.length, today, officeId }
}

async function* recordsOf(
  reading: Reading,
  told: { done: number; encoding: string },
): AsyncIterable<CsvRecord[]> {
  const csv = csvReader()
  const text = decodedText(counted(reading.bytes(), told), (encoding) => {
    told.encoding = encoding
  })
  for await (const piece of text) yield csv.push(piece)
  yield csv.end()
}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  told: { done: number },
): AsyncIterable<Uint8Array> {
  for await (const chunk of bytes) {
    told.done += chunk.length
    yield chunk
  }
}
