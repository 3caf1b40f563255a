import { type CustomTypesConfig, types } from 'pg'
import { assert } from '#kernel'

/**
 * int8 becomes a number. Our counts, sizes and tickets stay far below 2^53; a value that does not is a
 * wrong belief about the column and stops the query instead of being rounded.
 */
export function parseInt8(text: string): number {
  const value = Number(text)
  assert(Number.isSafeInteger(value), `the int8 ${text} is a safe number`)
  return value
}

const asWritten = (text: string): string => text
// 1009 is text[]; the driver's declarations name no array types.
const parseTextArray: (text: string) => unknown = types.getTypeParser(1009 as never)

function parseInt8Array(text: string): unknown {
  const entries = parseTextArray(text)
  assert(Array.isArray(entries), 'an array literal is a list')
  return entries.map((entry: string | null) => (entry === null ? null : parseInt8(entry)))
}

/**
 * By type number: int8, date, timestamp, numeric and their arrays. Dates stay 'YYYY-MM-DD' because the
 * driver's local-time Date can lose a day, and numerics stay text because money is not a float.
 * timestamptz is the driver's Date, in whole milliseconds; bytea its Buffer.
 */
const parsers: ReadonlyMap<number, (text: string) => unknown> = new Map([
  [20, parseInt8],
  [1082, asWritten],
  [1114, asWritten],
  [1700, asWritten],
  [1016, parseInt8Array],
  [1182, parseTextArray],
  [1115, parseTextArray],
  [1231, parseTextArray],
])

/** Given to every connection, so that the driver's process-wide table stays untouched. */
export const valueParsers: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers.get(oid)) || types.getTypeParser(oid, format ?? 'text'),
}
