import type { ReadCharacter } from '../engines/engine.ts'
import { sliceGlyph, slotsOf } from '../place-characters.ts'
import { glyphFeatures } from './glyph-features.ts'
import type { PlacedGlyph } from './glyphs.ts'
import { likelihoods, type Network, noDigit } from './network.ts'

/** What Tesseract's Thai model, which has no ๔ ๖ ๗ ๘ ๙, writes where digits stand. */
const digitLike = /[๐-๙0-9oO@ฒดตธรคฆสอถฉลเเไ]/u
const thaiDigit = /[๐-๙]/u
const thaiLetter = /[ก-ฮ]/u
/** A character that the engine does not take for a digit becomes one only if this sure. */
const sureDigit = 0.97
const sureOfDigit = 0.5
/** Between digits, what the engine took for something else or did not read. */
const sureAmongDigits = 0.8
const touching_max = 3

/**
 * The line with its Thai digits read from their shapes. Only lines in which the engine saw a Thai
 * digit are looked at: other lines cost nothing. Characters keep their boxes, and the confidence of a
 * digit is ours. A digit that the engine took for several or left out of a
 * number, and those that touch, are read too.
 */
export function readThaiDigits(
  line: readonly ReadCharacter[],
  { glyphs, network }: { glyphs: readonly PlacedGlyph[]; network: Network },
): ReadCharacter[] {
  if (!line.some(({ text }) => thaiDigit.test(text))) return [...line]
  const slots = slotsOf(line, glyphs)
  const widths = glyphs.map(({ box }) => box[2]).toSorted((one, other) => one - other)
  const usual = widths[Math.floor(widths.length / 2)] ?? 1
  return slots.flatMap(({ characters, glyphs: own }, index) => {
    const before = slots[index - 1]?.characters.at(-1)?.text ?? ''
    const behind = slots[index + 1]?.characters[0]?.text ?? ''
    const texts = [before, ...characters.map(({ text }) => text), behind]
    if (!texts.slice(1, -1).every((_, at) => mayBeDigit(texts, at + 1))) return characters
    // Ink that was not read is a digit only inside a number.
    const isInside = characters.length > 0 || (thaiDigit.test(before) && thaiDigit.test(behind))
    const [glyph] = own.toSorted((one, other) => other.box[2] - one.box[2])
    // A digit without ink is the second half of one that the engine took for two.
    if (!glyph && characters.every(({ text }) => thaiDigit.test(text))) return []
    if (!glyph || !isInside) return characters
    const count = Math.round(glyph.box[2] / usual)
    if (count > 1) return readTouching(network, glyph, count) ?? characters
    const digit = readDigit(network, glyph, leastFor(characters))
    return digit ? [{ ...characters[0], ...digit }] : characters
  })
}

/** How sure a glyph must be a digit, by what the engine took it for. */
function leastFor(characters: readonly ReadCharacter[]): number {
  if (characters.some(({ text }) => thaiLetter.test(text))) return sureDigit
  return characters.length === 1 && thaiDigit.test(characters[0]?.text ?? '')
    ? sureOfDigit
    : sureAmongDigits
}

/** Digits that touch are one glyph: cut where its parts are surest; null when no cut is sure. */
function readTouching(network: Network, glyph: PlacedGlyph, count: number): ReadCharacter[] | null {
  if (count > touching_max) return null
  if (count === 1) {
    const digit = readDigit(network, glyph, sureAmongDigits)
    return digit && [digit]
  }
  const { width } = glyph.glyph
  const share = width / count
  let best: ReadCharacter[] | null = null
  let surest = 0
  for (let at = Math.round(share * 0.7); at <= share * 1.3; at++) {
    const first = readDigit(network, sliceGlyph(glyph, { from: 0, to: at }), sureAmongDigits)
    if (!first) continue
    const rest = readTouching(network, sliceGlyph(glyph, { from: at, to: width }), count - 1)
    const sure = Math.min(first.confidence, ...(rest ?? []).map(({ confidence }) => confidence))
    if (!rest || sure <= surest) continue
    surest = sure
    best = [first, ...rest]
  }
  return best
}

function readDigit(
  network: Network,
  { box, glyph }: PlacedGlyph,
  least: number,
): ReadCharacter | null {
  const found = likelihoods(network, glyphFeatures(glyph))
  const digit = bestDigit(found)
  const likely = found[digit] ?? 0
  if (likely < least || (found[noDigit] ?? 0) > likely) return null
  const text = String.fromCharCode(0x0e50 + digit)
  return { text, box, confidence: Math.min(99, likely * 100) }
}

/** Where numbers in Thai digits stand in a text, from and to. */
export function thaiNumbersIn(text: string): [from: number, to: number][] {
  return [...text.matchAll(/[๐-๙](?:[๐-๙.,/-]*[๐-๙])?/g)].map(({ index, 0: number }) => [
    index,
    index + number.length,
  ])
}

/** A Thai digit, or what stands beside one and is often read for one. */
function mayBeDigit(texts: readonly string[], index: number): boolean {
  const text = texts[index] ?? ''
  if (thaiDigit.test(text)) return true
  if (!digitLike.test(text)) return false
  const beside = [texts[index - 1] ?? '', texts[index + 1] ?? '']
  if (!beside.some((near) => thaiDigit.test(near))) return false
  // A letter with letters on its other side is the beginning or the end of a word.
  return !thaiLetter.test(text) || !beside.some((near) => thaiLetter.test(near))
}

function bestDigit(found: Float32Array): number {
  const digits = found.subarray(0, noDigit)
  return digits.indexOf(Math.max(...digits))
}
