import { arabicDigits, thaiFold } from '#thai-text'

/** `type:`, `office:` and `year:` in a query, under each of their names. */
const names = {
  type: ['type', 'แบบ', 'ประเภท'],
  office: ['office', 'สำนักงาน', 'สนง'],
  year: ['year', 'ปี'],
} as const
type FieldName = keyof typeof names

const fieldOf = new Map<string, FieldName>()
for (const name of ['type', 'office', 'year'] as const)
  for (const word of names[name]) fieldOf.set(thaiFold(word), name)

/** Something in the query that could not be followed; the rest of it was. */
export type Hint = {
  code: 'unknown_field' | 'unknown_type' | 'unknown_office' | 'unknown_year'
  /** As typed. */
  text: string
}

/** What the fields of a query narrow to. */
export type Fields = { type?: string; office?: string; year?: number }

type Typed = { name: FieldName; value: string; text: string }
export type SplitQuery = { words: string; fields: Typed[]; hints: Hint[] }

const field = /(?<=^|\s)(\p{L}[\p{L}\p{M}]*):(?:"([^"]*)"?|(\S+))/gu

/** Takes the fields out of a query. A word with a colon that names no field stays a word. */
export function splitFields(q: string): SplitQuery {
  const fields: Typed[] = []
  const hints: Hint[] = []
  const words = q.replace(/[“”„«»]/g, '"').replace(field, (text, typed, quoted, plain) => {
    const value = String(quoted ?? plain ?? '')
    const name = fieldOf.get(thaiFold(String(typed)))
    if (name === undefined) {
      // A time or an address of the web is no field.
      if (!/^[0-9/]/.test(value)) hints.push({ code: 'unknown_field', text })
      return text
    }
    fields.push({ name, value, text })
    return ' '
  })
  return { words: words.trim(), fields, hints }
}

type Known = {
  offices: ReadonlyMap<string, string>
  types: readonly { code: string; titleTh: string; formNo: string | null }[]
}

/** What the fields mean in this office's words; what it does not know is left out and said. */
export function readFields(
  typed: readonly Typed[],
  known: Known,
): { fields: Fields; hints: Hint[] } {
  const fields: Fields = {}
  const hints: Hint[] = []
  for (const { name, value, text } of typed) {
    if (name === 'type') {
      const type = oneOf(
        known.types.map(({ code, titleTh, formNo }) => [code, [formNo ?? '', titleTh]]),
        value,
      )
      if (type === null) hints.push({ code: 'unknown_type', text })
      else fields.type = type
    } else if (name === 'office') {
      const office = oneOf(
        [...known.offices].map(([code, title]) => [code, [title]]),
        value,
      )
      if (office === null) hints.push({ code: 'unknown_office', text })
      else fields.office = office
    } else {
      const year = readYear(value)
      if (year === null) hints.push({ code: 'unknown_year', text })
      else fields.year = year
    }
  }
  return { fields, hints }
}

/** By code or name; by a part of a name where that names one alone. */
function oneOf(entries: readonly (readonly [code: string, titles: string[]])[], value: string) {
  const wanted = thaiFold(value)
  if (wanted === '') return null
  const folded = entries.map(([code, titles]) => ({
    code,
    titles: [code, ...titles].map(thaiFold),
  }))
  const exact = folded.find(({ titles }) => titles.includes(wanted))
  if (exact) return exact.code
  const holding = folded.filter(({ titles }) => titles.some((title) => title.includes(wanted)))
  return holding.length === 1 ? (holding[0]?.code ?? null) : null
}

const buddhistYears = 543

/** A year of either era, in the Common Era. */
function readYear(value: string): number | null {
  const digits = arabicDigits(value)
  if (!/^[12][0-9]{3}$/.test(digits)) return null
  const year = Number(digits)
  return year >= 2_400 ? year - buddhistYears : year
}
