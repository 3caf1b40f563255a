import type { ReadCharacter } from '../engines/engine.ts'
import { placesOf } from '../place-characters.ts'
import { glyphFeatures } from './glyph-features.ts'
import type { PlacedGlyph } from './glyphs.ts'
import { likelihoods, type Network, noDigit } from './network.ts'

/** What Tesseract's Thai model, which has no ๔ ๖ ๗ ๘ ๙, writes where digits stand. */
const digitLike = /[๐-๙0-9oOฒดตธรคฆสอถฉลเเไ]/u
const thaiDigit = /[๐-๙]/u
const thaiLetter = /[ก-ฮ]/u
/** A character that the engine does not take for a digit becomes one only if this sure. */
const sureDigit = 0.97
const sureOfDigit = 0.5

/**
 * The line with its Thai digits read from their shapes. Only lines in which the engine saw a Thai
 * digit are looked at: other lines cost nothing. Characters keep their boxes; the confidence of a digit is ours.
 */
export function readThaiDigits(
  line: readonly ReadCharacter[],
  { glyphs, network }: { glyphs: readonly PlacedGlyph[]; network: Network },
): ReadCharacter[] {
  if (!line.some(({ text }) => thaiDigit.test(text))) return [...line]
  const places = placesOf(line, glyphs)
  return line.map((character, index) => {
    // Digits that touch are one glyph, which looks like neither: it is nobody's.
    const glyph = mayBeDigit(line, index) ? places[index]?.glyph : null
    if (!glyph) return character
    const found = likelihoods(network, glyphFeatures(glyph))
    const digit = bestDigit(found)
    const likely = found[digit] ?? 0
    const least = thaiDigit.test(character.text) ? sureOfDigit : sureDigit
    if (likely < least || (found[noDigit] ?? 0) > likely) return character
    const text = String.fromCharCode(0x0e50 + digit)
    return { ...character, text, confidence: Math.min(99, likely * 100) }
  })
}

/** Where numbers in Thai digits stand in a text, from and to. */
export function thaiNumbersIn(text: string): [from: number, to: number][] {
  return [...text.matchAll(/[๐-๙](?:[๐-๙.,/-]*[๐-๙])?/g)].map(({ index, 0: number }) => [
    index,
    index + number.length,
  ])
}

/** A Thai digit, or what stands beside one and is often read for one. */
function mayBeDigit(line: readonly ReadCharacter[], index: number): boolean {
  const text = line[index]?.text ?? ''
  if (thaiDigit.test(text)) return true
  if (!digitLike.test(text)) return false
  const beside = [line[index - 1]?.text ?? '', line[index + 1]?.text ?? '']
  if (!beside.some((near) => thaiDigit.test(near))) return false
  // A letter with letters on its other side is the beginning or the end of a word.
  return !thaiLetter.test(text) || !beside.some((near) => thaiLetter.test(near))
}

function bestDigit(found: Float32Array): number {
  const digits = found.subarray(0, noDigit)
  return digits.indexOf(Math.max(...digits))
}
