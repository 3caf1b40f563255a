/** What a spreadsheet would take for a formula when a cell begins with it. */
const formula = /^[=+\-@\t\r]/
const mustQuote = /[",\r\n]/

/**
 * CSV for spreadsheets: UTF-8 with its mark, CRLF. Words that begin like a formula get an apostrophe before
 * them, so that opening the file runs nothing; numbers stay numbers.
 */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`
}

function cellOf(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = formula.test(value) ? `'${value}` : value
  return mustQuote.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
