import type { PaperDate } from '#kernel'
import { arabicDigits, thaiNormalize } from '#thai-text'

/** What a folder's or file's name says of a scan. Whether it is true the register and catalogue tell. */
export type NameClues = {
  /** Runs of digits that may be an account number, the likeliest first. */
  readonly numbers: readonly string[]
  /** Texts that may name a document type, the likeliest first. */
  readonly types: readonly string[]
  readonly dated: PaperDate | null
}

// The office's way of writing, 60-1000412-8, or ten digits in a row. No other grouping: ten digits of a
// date with a number behind it (2020-03-12-01) are an account number of somebody else.
const accountPattern =
  /(?<!\d)(\d{2})[ ._\u2010-\u2015\u2212-]{0,3}(\d{7})[ ._\u2010-\u2015\u2212-]{0,3}(\d)(?!\d)/g
const datePattern = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/
const formPattern = /(?:สปส|กท)\.?\s*\d+(?:[-/]\d+)*\s*ก?/

/** Years from here on are of the Buddhist era. */
const firstBuddhistYear = 2400

/** Reads `<folder>/<nn>-<document type code>-<yyyy-mm-dd>.<ext>` and what people make of it. */
export function readName(label: string, name: string): NameClues {
  const stem = plain(name.replace(/\.[A-Za-z0-9]{1,5}$/, ''))
  const withoutDate = stem.replace(datePattern, ' ')
  return {
    numbers: [...accountsInPath(label), ...accountsIn(withoutDate)],
    types: typesOf(withoutDate.replace(accountPattern, ' ')),
    dated: dateOf(stem),
  }
}

function plain(text: string): string {
  return arabicDigits(thaiNormalize(text))
}

/** The last folder counts first. */
function accountsInPath(label: string): string[] {
  return label
    .split(/[/\\]/)
    .reverse()
    .flatMap((part) => accountsIn(plain(part)))
}

function accountsIn(text: string): string[] {
  return [...text.matchAll(accountPattern)].map(([, ...groups]) => groups.join(''))
}

function typesOf(stem: string): string[] {
  const form = formPattern.exec(stem)?.[0]
  const code = stem
    .trim()
    .replace(/^[-_ ]*(?:\d+[-_ ]+)?/, '')
    .replace(/[-_ ]+$/, '')
  return [...(form === undefined ? [] : [form.trim()]), ...(code === '' ? [] : [code])]
}

function dateOf(stem: string): PaperDate | null {
  const [, yearWritten, month, day] = datePattern.exec(stem) ?? []
  if (yearWritten === undefined) return null
  const written = Number(yearWritten)
  const year = written >= firstBuddhistYear ? written - 543 : written
  const date = `${String(year).padStart(4, '0')}-${month}-${day}`
  const instant = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(instant.getTime())) return null
  return instant.toISOString().slice(0, 10) === date ? { date, precision: 'day' } : null
}
