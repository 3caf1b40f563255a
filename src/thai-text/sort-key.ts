import { isConsonant, isLeadingVowel, isThai } from './characters.ts'
import { arabicDigits } from './digits.ts'
import { thaiFold } from './fold.ts'
import { thaiNormalize } from './normalize.ts'

export const limits = { sort_number_digits_max: 12 }

const PARTING = '\u0001'
const secondaryOf = new Map(Array.from('๎์็่้๊๋', (mark, at) => [mark.charCodeAt(0), at + 1]))

// Latin stands after Thai: a–z at U+E061, other letters and signs of lower code after them.
const latin_shift = 0xe000
const other_shift = 0xe080

const primaryOf: readonly string[] = Array.from({ length: 0x0e5c }, (_, code) =>
  code < 0x80 || code >= 0x0e01 ? primary(String.fromCharCode(code)) : '',
)

function primary(character: string): string {
  let out = ''
  for (const folded of thaiFold(character)) {
    const code = folded.codePointAt(0) ?? 0
    if (code === 0x20) continue
    if (code >= 0x61 && code <= 0x7a) out += String.fromCharCode(code + latin_shift)
    else if (code >= 0x7b && code < 0x0e01) out += String.fromCharCode(code + other_shift)
    else out += folded
  }
  return out
}

function padNumber(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '').padStart(limits.sort_number_digits_max, '0')
}

/**
 * A string whose byte order (collation C) is dictionary order: digits by value, then Thai, then
 * Latin; spaces and punctuation do not count. Names are sorted by the key of their core.
 */
export function thaiSortKey(text: string): string {
  const padded = arabicDigits(thaiNormalize(text)).replace(/\d+/g, padNumber)
  let out = ''
  let marks = ''
  for (let at = 0; at < padded.length; ) {
    const code = padded.codePointAt(at) ?? 0
    const size = code > 0xffff ? 2 : 1
    const secondary = secondaryOf.get(code)
    if (secondary !== undefined) {
      if (marks.endsWith('0')) marks = marks.slice(0, -1) + secondary
      at += size
      continue
    }
    const next = padded.charCodeAt(at + 1)
    // A word is looked up under its first consonant: เกษม stands as กเษม.
    const swaps = isLeadingVowel(code) && isConsonant(next)
    const keys = swaps ? primaryAt(next) + primaryAt(code) : primaryAt(code)
    out += keys
    marks += '0'.repeat(keys.length)
    at += swaps ? 2 : size
  }
  const secondaries = marks.replace(/0+$/, '')
  return secondaries === '' ? out : out + PARTING + secondaries
}

function primaryAt(code: number): string {
  const simple = code < 0x80 || isThai(code)
  return simple ? (primaryOf[code] ?? '') : primary(String.fromCodePoint(code))
}
