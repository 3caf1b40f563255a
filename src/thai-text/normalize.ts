import { isSurelyNormal } from './canonical.ts'
import { SPACE } from './characters.ts'
import {
  closeGaps,
  collapseSpaces,
  joinDoubleE,
  moveTones,
  replaceLakkhangyao,
  sortClusterTails,
} from './clusters.ts'
import { composeForeign } from './foreign-marks.ts'
import { realOfGlyph } from './private-use.ts'
import { emptyTrace, push, type Traced, toText, type UnitMap, unitMap } from './traced.ts'

/**
 * The same words, correctly encoded: what a reader sees does not change. For one line or one field.
 * Everything stored passes here once; `thaiNormalize(thaiNormalize(x)) === thaiNormalize(x)`.
 */
export function thaiNormalize(text: string): string {
  return isSurelyNormal(text) ? text : toText(normalizeTraced(text))
}

/** `thaiNormalize(text)` and, for each of its UTF-16 units, the range of `text` it comes from. */
export function normalizeWithMap(text: string): { normalized: string } & UnitMap {
  const traced = normalizeTraced(text)
  return { normalized: toText(traced), ...unitMap(traced) }
}

/** As `thaiNormalize`, by code points. */
export function normalizeTraced(text: string): Traced {
  return isSurelyNormal(text) ? readCharacters(text) : rewrite(text)
}

/** The rules without the short cut. */
export function rewrite(text: string): Traced {
  let traced = collapseSpaces(composeForeign(collapseSpaces(readCharacters(text))))
  traced = joinDoubleE(closeGaps(traced))
  // A tone that moves meets other signs, and those may let the next one move.
  for (let before = ''; ; ) {
    traced = moveTones(replaceLakkhangyao(sortClusterTails(traced)))
    const now = toText(traced)
    if (now === before) return traced
    before = now
  }
}

/** N1 and N2, and white space of any kind as a space. */
function readCharacters(text: string): Traced {
  const out = emptyTrace()
  let start = 0
  for (const character of text) {
    const end = start + character.length
    const code = character.codePointAt(0) ?? 0
    if (isWhiteSpace(code)) push(out, SPACE, { start, end })
    else if (!isInvisible(code)) push(out, visible(code), { start, end })
    start = end
  }
  return out
}

function visible(code: number): number {
  // Half of a surrogate pair is no character; UTF-8 cannot store it.
  if (code >= 0xd800 && code <= 0xdfff) return 0xfffd
  return code >= 0xf700 && code <= 0xf89e ? (realOfGlyph.get(code) ?? code) : code
}

function isWhiteSpace(code: number): boolean {
  if (code === SPACE || (code >= 0x09 && code <= 0x0d)) return true
  if (code < 0x85) return false
  if (code === 0x85 || code === 0xa0 || code === 0x1680 || code === 0x3000) return true
  return (
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f
  )
}

function isInvisible(code: number): boolean {
  if (code < 0x7f) return code < 0x20
  if (code <= 0x9f) return true
  if (code === 0xad || code === 0xfeff) return true
  if (code >= 0xfe00 && code <= 0xfe0f) return true
  return (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2064) ||
    (code >= 0x2066 && code <= 0x2069)
  )
}
