import { isPlainPair } from './canonical.ts'
import {
  isDigit,
  isThai,
  isThaiDigit,
  LAKKHANGYAO,
  PAIYANNOI,
  SARA_AA,
  SPACE,
} from './characters.ts'
import { joinDoubleE, sortClusterTails } from './clusters.ts'
import { normalizeTraced, thaiNormalize } from './normalize.ts'
import { emptyTrace, push, span, type Traced, toText, type UnitMap, unitMap } from './traced.ts'

/** A key and, for each of its UTF-16 units, the range of the original text it stands for. */
export type Mapped = { folded: string } & UnitMap

const dropped = new Set([
  ...[0x0e48, 0x0e49, 0x0e4a, 0x0e4b, 0x0e47, 0x0e4c, 0x0e4d, 0x0e3a, 0x0e4e],
  ...[0x0e4f, 0x0e5a, 0x0e5b, 0x0e2f, 0x0e46],
  ...Array.from('\'"’‘`“”„ʼ″′', (quote) => quote.charCodeAt(0)),
])

const STOP = 0x2e
const COMMA = 0x2c
const simple_max = 0x0e5b

/** What one ASCII or Thai character folds to on its own: nothing, a space or one character. */
const simpleFolds: readonly string[] = Array.from({ length: simple_max + 1 }, (_, code) =>
  code < 0x80 || code >= 0x0e01 ? foldOne(code) : '',
)

function foldOne(code: number): string {
  if (dropped.has(code)) return ''
  if (code >= 0xff01 && code <= 0xff5e) return foldOne(code - 0xfee0)
  if (isThaiDigit(code)) return String(code - 0x0e50)
  if (code === LAKKHANGYAO) return String.fromCharCode(SARA_AA)
  if (code === 0x0e03) return '\u0e02'
  if (code === 0x0e05) return '\u0e04'
  if (isThai(code)) return String.fromCharCode(code)
  return foldForeign(String.fromCodePoint(code))
}

/** Letters of other scripts without accents and case; everything that is no letter is a space. */
function foldForeign(character: string): string {
  const bare = (text: string) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '')
  return bare(bare(character).toLowerCase()).replace(/[^\p{L}\p{M}\p{N}]/gu, ' ')
}

/** A stop parts two numbers and is nothing elsewhere; a comma is nothing inside a number. */
function foldPoint(code: number, insideNumber: boolean): string {
  return (code === STOP) === insideNumber ? ' ' : ''
}

/**
 * A key for comparing, never shown: no tone marks, no case, no punctuation, Arabic digits, no space
 * beside a Thai character. `thaiFold(thaiNormalize(x)) === thaiFold(x)`, and folding twice is once.
 */
export function thaiFold(text: string): string {
  const normal = thaiNormalize(text)
  return foldSimple(normal) ?? toText(foldTraced(normalizeTraced(normal)))
}

/** `thaiFold(text)` with the way back into `text`, for highlights and boxes on the page. */
export function foldWithMap(text: string): Mapped {
  const traced = foldTraced(normalizeTraced(text))
  return { folded: toText(traced), ...unitMap(traced) }
}

// The way nearly all names take; null sends the text the long way round.
function foldSimple(text: string): string | null {
  let out = ''
  let last = 0
  let gap = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > simple_max || (code >= 0x80 && code < 0x0e01)) return null
    if (code === PAIYANNOI && text.startsWith('ลฯ', at + 1)) return null
    const folded =
      code === STOP || code === COMMA
        ? foldPoint(code, isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1)))
        : (simpleFolds[code] ?? '')
    if (folded === '') continue
    if (folded === ' ') {
      gap = true
      continue
    }
    const next = folded.charCodeAt(0)
    if (last !== 0) {
      if (gap && last < 0x0e01 && next < 0x0e01) out += ' '
      else if (!isPlainPair(last, next)) return null
    }
    out += folded
    last = next
    gap = false
  }
  return out
}

/** F2 to F9 on normalized text. */
function foldTraced(text: Traced): Traced {
  const out = emptyTrace()
  for (let at = 0; at < text.codes.length; at++) {
    const code = text.codes[at] ?? 0
    const range = span(text, at, at + 1)
    if (isAndSoOn(text.codes, at)) {
      push(out, SPACE, span(text, at, at + 3))
      at += 2
    } else {
      for (const character of foldInContext(text.codes, at, code)) {
        push(out, character.codePointAt(0) ?? 0, range)
      }
    }
  }
  return sortClusterTails(joinDoubleE(closeSpaces(out)))
}

function foldInContext(codes: readonly number[], at: number, code: number): string {
  const ascii = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code
  if (ascii !== STOP && ascii !== COMMA) return foldOne(code)
  return foldPoint(ascii, isDigit(codes[at - 1] ?? 0) && isDigit(codes[at + 1] ?? 0))
}

function isAndSoOn(codes: readonly number[], at: number): boolean {
  return codes[at] === PAIYANNOI && codes[at + 1] === 0x0e25 && codes[at + 2] === PAIYANNOI
}

/** F8: spaces in a row become one, and none stays beside a Thai character or at an end. */
function closeSpaces(text: Traced): Traced {
  const out = emptyTrace()
  for (let from = 0; from < text.codes.length; ) {
    let to = from + 1
    const code = text.codes[from] ?? 0
    if (code !== SPACE) {
      push(out, code, span(text, from, to))
    } else {
      while (text.codes[to] === SPACE) to++
      const before = out.codes.at(-1)
      const after = text.codes[to]
      const stays = before !== undefined && after !== undefined && !isThai(before) && !isThai(after)
      if (stays) push(out, SPACE, span(text, from, to))
    }
    from = to
  }
  return out
}
