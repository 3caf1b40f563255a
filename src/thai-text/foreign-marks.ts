import { isThai } from './characters.ts'
import { copy, emptyTrace, push, span, type Traced } from './traced.ts'

const combining = /\p{M}/u

export function isForeignMark(code: number): boolean {
  return code >= 0x300 && !isThai(code) && combining.test(String.fromCodePoint(code))
}

// Korean vowel and final letters and the Kirat Rai signs join what stands before them, yet are no marks.
function joinsBackwards(code: number): boolean {
  if (code >= 0x1160 && code <= 0x11ff) return true
  if (code >= 0x16d63 && code <= 0x16d6a) return true
  return code >= 0x300 && combining.test(String.fromCodePoint(code))
}

function needsComposing(code: number): boolean {
  return code > 0x17f && !isThai(code)
}

// A mark that goes can let the letters around it join, so until nothing goes.
function composed(codes: readonly number[]): readonly number[] {
  const text = String.fromCodePoint(...codes).normalize('NFC')
  const joined = Array.from(text, (character) => character.codePointAt(0) ?? 0)
  const kept = joined.filter((code) => !isForeignMark(code))
  return kept.length === joined.length || kept.length === 0 ? kept : composed(kept)
}

function sameCodes(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((code, at) => code === other[at])
}

/**
 * N4: a combining mark of another script stays only where NFC joins it with the letter before it.
 * Also brings the rest of the foreign text into NFC.
 */
export function composeForeign(text: Traced): Traced {
  if (!text.codes.some(needsComposing)) return text
  const out = emptyTrace()
  for (let from = 0; from < text.codes.length; ) {
    let to = from + 1
    while (to < text.codes.length && joinsBackwards(text.codes[to] ?? 0)) to++
    pushComposed(out, text, { from, to })
    from = to
  }
  return out
}

function pushComposed(out: Traced, text: Traced, { from, to }: { from: number; to: number }): void {
  const codes = text.codes.slice(from, to)
  // A cluster of Thai signs alone has its own order, which the caller sets.
  const joined = codes.some(needsComposing) ? composed(codes) : codes
  const range = span(text, from, to)
  if (sameCodes(joined, codes)) copy(out, text, { from, to })
  else for (const code of joined) push(out, code, range)
}
