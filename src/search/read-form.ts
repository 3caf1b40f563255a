import { arabicDigits, foldWithMap, thaiFold } from '#thai-text'

type DocumentType = { readonly code: string; readonly formNo: string | null }

/** A query that begins with the number of a form, and perhaps ends with a year, besides its words. */
export type FormQuery = { type: string; year: number | null; words: string }

const buddhistYears = 543

/** `สปส. 1-01 2548` → pages of that form of 2005; null when no form's number stands at the beginning. */
export function readForm(q: string, types: readonly DocumentType[]): FormQuery | null {
  const { folded, ends } = foldWithMap(q)
  let best: { code: string; length: number } | null = null
  for (const { code, formNo } of types) {
    const wanted = formNo === null ? '' : thaiFold(formNo)
    if (wanted === '' || !folded.startsWith(wanted)) continue
    // 1-01 is not the beginning of 1-010 or 1-01/1.
    const follows = q.slice(ends[wanted.length - 1] ?? 0)
    if (/^[0-9๐-๙/\-.]*[0-9๐-๙]/.test(follows)) continue
    if (best === null || wanted.length > best.length) best = { code, length: wanted.length }
  }
  if (best === null) return null
  const rest = q.slice(ends[best.length - 1] ?? 0).trim()
  const year = /(?:^|\s)(2[45][0-9]{2})$/.exec(arabicDigits(rest))
  const words = year ? rest.slice(0, year.index) : rest
  return {
    type: best.code,
    year: year ? Number(year[1]) - buddhistYears : null,
    words: words.trim(),
  }
}
