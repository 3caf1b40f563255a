export const limits = { row_characters_max: 65_536, cell_characters_max: 4_096 }

/** One record of a CSV file. `line` is the physical line where it begins, the first being 1. */
export type CsvRecord = {
  readonly line: number
  readonly cells: readonly string[]
  /** Why the record cannot be trusted; its cells are then what could be read. */
  readonly flaw: 'quote-open' | 'row-too-long' | 'cell-too-long' | null
}

/**
 * Reads RFC 4180 text that comes in pieces: quoted cells, line ends CRLF or LF. A quotation mark inside an
 * unquoted cell is an ordinary character. A quotation that never ends costs its own line only: the
 * reader goes on with the next line. Blank lines are passed over.
 */
export function csvReader() {
  const state = { rest: '', line: 1, skipping: false }
  return {
    push: (text: string): CsvRecord[] => readRecords(state, text, false),
    end: (): CsvRecord[] => readRecords(state, '', true),
  }
}

type State = { rest: string; line: number; skipping: boolean }

function readRecords(state: State, text: string, last: boolean): CsvRecord[] {
  const whole = state.rest + text
  const records: CsvRecord[] = []
  let at = state.skipping ? afterLine(whole, 0) : 0
  if (state.skipping && at === -1) {
    state.rest = ''
    return records
  }
  if (state.skipping) state.line += 1
  state.skipping = false
  while (at < whole.length) {
    const found = recordAt(whole, at, last)
    if (found === null) break
    const { cells, flaw, next } = found
    if (flaw !== null || cells.length > 1 || cells[0] !== '') {
      records.push({ line: state.line, cells, flaw })
    }
    if (next === -1) {
      state.skipping = true
      at = whole.length
    } else {
      state.line += found.lines
      at = next
    }
  }
  state.rest = at === 0 ? whole : whole.slice(at)
  return records
}

type Found = Omit<CsvRecord, 'line'> & {
  /** Where the next record begins; -1: somewhere after the text at hand. */
  next: number
  lines: number
}

/** The record that begins at `at`, or null when its end is not at hand yet. */
function recordAt(text: string, at: number, last: boolean): Found | null {
  const newline = text.indexOf('\n', at)
  const end = newline === -1 ? text.length : newline
  const tooLong = end - at > limits.row_characters_max
  if (newline === -1 && !last && !tooLong) return null
  const next = newline === -1 ? (last ? text.length : -1) : newline + 1
  if (tooLong) return { cells: [], flaw: 'row-too-long', next, lines: 1 }
  const line = text.slice(at, text[end - 1] === '\r' ? end - 1 : end)
  if (!line.includes('"')) return { ...checked(line.split(',')), next, lines: 1 }
  const quoted = quotedRecord(text, at)
  if (quoted !== null && (quoted.closed || last)) return quoted
  const atHand = text.length - at
  if (!last && atHand <= limits.row_characters_max) return null
  return quoted ?? { cells: line.split(','), flaw: 'quote-open', next, lines: 1 }
}

/** Null when a quotation does not end within the text or the limit. */
function quotedRecord(text: string, start: number): (Found & { closed: boolean }) | null {
  const cells: string[] = []
  let at = start
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at)
    if (cell === null || cell.end - start > limits.row_characters_max) return null
    cells.push(cell.value)
    if (text[cell.end] === ',') {
      at = cell.end + 1
      continue
    }
    const closed = cell.end < text.length
    const next = closed ? cell.end + 1 : text.length
    const lines = text.slice(start, next).split('\n').length - (closed ? 1 : 0)
    return { ...checked(cells), next, lines, closed }
  }
}

/** A cell's value, and where the comma, the line feed or the end of the text behind it stands. */
type Cell = { value: string; end: number }

function plainCell(text: string, at: number): Cell {
  let end = at
  while (end < text.length && text[end] !== ',' && text[end] !== '\n') end += 1
  const value = text.slice(at, end)
  return { value: text[end] !== ',' && value.endsWith('\r') ? value.slice(0, -1) : value, end }
}

function quotedCell(text: string, at: number): Cell | null {
  let close = text.indexOf('"', at + 1)
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  if (close === -1) return null
  const inside = text.slice(at + 1, close).replaceAll('""', '"')
  const { value: tail, end } = plainCell(text, close + 1)
  return { value: inside + tail, end }
}

function checked(cells: string[]): Pick<CsvRecord, 'cells' | 'flaw'> {
  const tooLong = cells.some((cell) => cell.length > limits.cell_characters_max)
  return { cells, flaw: tooLong ? 'cell-too-long' : null }
}

function afterLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at)
  return newline === -1 ? -1 : newline + 1
}
