import type { ReadCharacter } from './engines/engine.ts'
import type { PixelBox } from './pixels.ts'

/** Characters `from` to `to` (not included) of a line are its glyphs `first` to `last` (not included). */
export type Pairing = { from: number; to: number; first: number; last: number }

// Widths of Thai letters against a common one, measured over the fonts of the samples.
const widths: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[.,:;'!|iIl]/, 0.3],
  [/[เ()\-"]/, 0.5],
  [/[1ะาใโไๆ/]/, 0.75],
  [/[งรวแ]/, 0.88],
  [/[ฟพศฉ]/, 1.2],
  [/[ณญฒฌษmwMW]/, 1.5],
]
const usualWidth = 1
/** White between two letters. */
const between = 0.12
/** Drawn as two strokes apart. */
const twoStrokes = /^[แ"]$/
const touching_max = 5

// What speaks against a pairing; one letter's width of misplacement or of misfit costs so much.
const costs = {
  misplaced: 0.5,
  misfit: 1,
  touching: 0.25,
  broken: 0.5,
  letterWithoutGlyph: 1.3,
  glyphWithoutLetter: 0.7,
}
/** Engines place letters by guess, but not further from the truth than so many letters. */
const astray_max = 5

/**
 * Which glyphs the letters of a line are. As many as there are belong together in their order. Else
 * letters touch or break, or specks stand between them: then the pairing that fits the widths of letters
 * and the places the engine gave them best.
 */
export function alignGlyphs(
  letters: readonly ReadCharacter[],
  glyphs: readonly PixelBox[],
): Pairing[] {
  const strokes = letters.map(({ text }) => (twoStrokes.test(text) ? 2 : 1))
  if (strokes.reduce((sum, own) => sum + own, 0) !== glyphs.length)
    return bestPairing(letters, glyphs)
  let last = 0
  return strokes.map((own, from) => {
    last += own
    return { from, to: from + 1, first: last - own, last }
  })
}

function bestPairing(letters: readonly ReadCharacter[], glyphs: readonly PixelBox[]): Pairing[] {
  const unit = middleOf(glyphs.map(([, , width]) => width)) || 1
  const rows = glyphs.length + 1
  const least = new Float64Array((letters.length + 1) * rows).fill(Number.POSITIVE_INFINITY)
  const steps = new Uint8Array(least.length)
  least[0] = 0
  for (let letter = 0; letter <= letters.length; letter++) {
    for (let glyph = 0; glyph < rows; glyph++) {
      const here = least[letter * rows + glyph] ?? Number.POSITIVE_INFINITY
      if (here === Number.POSITIVE_INFINITY) continue
      for (const [step, { wide, deep }] of moves.entries()) {
        const [to, last] = [letter + wide, glyph + deep]
        if (to > letters.length || last > glyphs.length) continue
        const pairing = { from: letter, to, first: glyph, last }
        const cost = here + costOf(pairing, { letters, glyphs, unit })
        if (cost >= (least[to * rows + last] ?? 0)) continue
        least[to * rows + last] = cost
        steps[to * rows + last] = step
      }
    }
  }
  return walkBack(letters.length, { rows, steps })
}

const moves = [
  { wide: 1, deep: 1 },
  ...Array.from({ length: touching_max - 1 }, (_, at) => ({ wide: at + 2, deep: 1 })),
  { wide: 1, deep: 2 },
  { wide: 1, deep: 0 },
  { wide: 0, deep: 1 },
]

type Line = { letters: readonly ReadCharacter[]; glyphs: readonly PixelBox[]; unit: number }

function costOf({ from, to, first, last }: Pairing, { letters, glyphs, unit }: Line): number {
  if (from === to) return costs.glyphWithoutLetter * Math.min(1, (glyphs[first]?.[2] ?? 0) / unit)
  if (first === last) return costs.letterWithoutGlyph
  const left = glyphs[first]?.[0] ?? 0
  const end = glyphs[last - 1]
  const width = (end ? end[0] + end[2] : 0) - left
  let wanted = (to - from - 1) * between
  let middle = 0
  for (let at = from; at < to; at++) {
    const letter = letters[at]
    if (!letter) continue
    wanted += widthOf(letter.text)
    middle += (letter.box[0] + letter.box[2] / 2) / (to - from)
  }
  const misplaced = Math.abs(left + width / 2 - middle) / unit
  if (misplaced > astray_max) return Number.POSITIVE_INFINITY
  const misfit = Math.abs(wanted - width / unit)
  const isBroken = last - first > 1 && !twoStrokes.test(letters[from]?.text ?? '')
  const isHalf = last - first === 1 && to - from === 1 && twoStrokes.test(letters[from]?.text ?? '')
  return (
    misplaced * costs.misplaced +
    misfit * costs.misfit +
    (to - from - 1) * costs.touching +
    (isBroken || isHalf ? costs.broken : 0)
  )
}

/** Of a letter against the usual one. */
export function widthOf(text: string): number {
  return widths.find(([letters]) => letters.test(text))?.[1] ?? usualWidth
}

function walkBack(count: number, { rows, steps }: { rows: number; steps: Uint8Array }): Pairing[] {
  const pairings: Pairing[] = []
  let [to, last] = [count, rows - 1]
  while (to > 0 || last > 0) {
    const move = moves[steps[to * rows + last] ?? 0] ?? { wide: 1, deep: 1 }
    const [from, first] = [to - move.wide, last - move.deep]
    pairings.push({ from, to, first, last })
    ;[to, last] = [from, first]
  }
  return pairings.reverse()
}

function middleOf(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}
