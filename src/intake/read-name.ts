import type { PaperDate } from '#kernel'
import { arabicDigits } from '#thai-text'

/** What a folder's or file's name says of a scan. Whether it is true the register and catalogue tell. */
export type NameClues = {
  /** Runs of digits that may be an account number, the likeliest first. */
  readonly numbers: readonly string[]
  /** Texts that may name a document type, the likeliest first. */
  readonly types: readonly string[]
  readonly dated: PaperDate | null
}

const datePattern = /(\d{4})-(\d{2})-(\d{2})/
const formPattern = /(?:สปส|กท)\.?\s*[\d๐-๙]+(?:[-/][\d๐-๙]+)*\s*ก?/

/** Reads `<folder>/<nn>-<document type code>-<yyyy-mm-dd>.<ext>` and what people make of it. */
export function readName(label: string, name: string): NameClues {
  const stem = name.replace(/\.[A-Za-z0-9]{1,5}$/, '')
  const dated = dateOf(stem)
  const withoutDate = stem.replace(datePattern, ' ')
  return {
    numbers: [...accountRuns(label), ...accountRuns(withoutDate)],
    types: typesOf(withoutDate),
    dated,
  }
}

/** Ten digits in a row, dashes or spaces between them allowed; the last folder counts first. */
function accountRuns(text: string): string[] {
  const parts = arabicDigits(text).split(/[/\\]/).reverse()
  return parts.flatMap((part) =>
    [...part.matchAll(/(?<!\d)\d[\d -]{8,14}\d(?!\d)/g)]
      .map(([run]) => run.replaceAll(/[ -]/g, ''))
      .filter((digits) => digits.length === 10),
  )
}

function typesOf(stem: string): string[] {
  const form = formPattern.exec(stem)?.[0]
  const code = stem
    .replace(/^\d+[-_ ]+/, '')
    .replace(/[-_ ]+$/, '')
    .trim()
  return [...(form === undefined ? [] : [form.trim()]), ...(code === '' ? [] : [code])]
}

function dateOf(stem: string): PaperDate | null {
  const [date] = datePattern.exec(stem) ?? []
  if (date === undefined || Number.isNaN(Date.parse(`${date}T00:00:00Z`))) return null
  const real = new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10) === date
  return real ? { date, precision: 'day' } : null
}
