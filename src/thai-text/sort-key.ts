import { isConsonant, isLeadingVowel, isThai, SARA_AM } from './characters.ts'
import { arabicDigits } from './digits.ts'
import { thaiFold } from './fold.ts'
import { thaiNormalize } from './normalize.ts'

const limits = { sort_number_digits_max: 12 }

const PARTING = '\u0001'
// As in ICU, ำ is า with a nikhahit that stands after ฮ and before ะ; U+0E2F is free in a key.
const AM_AS_AA = '\u0e32\u0e2f'
const marksInOrder = '\u0e4e\u0e4c\u0e47\u0e48\u0e49\u0e4a\u0e4b'

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
    else out += code === SARA_AM ? AM_AS_AA : folded
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
  const normal = arabicDigits(thaiNormalize(text)).replace(/\d+/g, padNumber)
  let out = ''
  let secondaries = '' // one digit for each character of `out`, as far as the last that has a mark
  for (let at = 0; at < normal.length; at++) {
    const code = normal.codePointAt(at) ?? 0
    const secondary = secondaryOf(code)
    if (secondary > 0) {
      // The first mark of a character decides; of two there is hardly ever a second one to compare.
      const free = secondaries.length < out.length
      if (free) secondaries = secondaries.padEnd(out.length - 1, '0') + secondary
      continue
    }
    const next = normal.charCodeAt(at + 1)
    // A word is looked up under its first consonant: เกษม stands as กเษม.
    const swaps = isLeadingVowel(code) && isConsonant(next)
    out += swaps ? primaryAt(next) + primaryAt(code) : primaryAt(code)
    if (swaps || code > 0xffff) at++
  }
  return secondaries === '' ? out : out + PARTING + secondaries
}

/** 0 for a character that is no mark. */
function secondaryOf(code: number): number {
  return code < 0x0e47 || code > 0x0e4e ? 0 : marksInOrder.indexOf(String.fromCharCode(code)) + 1
}

function primaryAt(code: number): string {
  const simple = code < 0x80 || isThai(code)
  return simple ? (primaryOf[code] ?? '') : primary(String.fromCodePoint(code))
}
