import type { ReadCharacter } from './engines/engine.ts'
import { boxAround } from './line-text.ts'
import type { PlacedGlyph } from './thai-digits/glyphs.ts'

const standsAlone = /[^\p{M}]/u
/** Drawn as two strokes apart. */
const twoStrokes = /^[แ"]$/

function glyphsIn(text: string): number {
  if (twoStrokes.test(text)) return 2
  return standsAlone.test(text) ? 1 : 0
}

/**
 * The glyph that each character of a line is. Engines place letters to half a letter; where there are
 * as many letters (with what stands over them) as glyphs, they belong together in their order, else a
 * character belongs to the glyph that shares most of its place.
 */
export function glyphsUnder(
  line: readonly ReadCharacter[],
  glyphs: readonly PlacedGlyph[],
): (PlacedGlyph | null)[] {
  const wanted = line.reduce((sum, { text }) => sum + glyphsIn(text), 0)
  if (wanted !== glyphs.length) return line.map((character) => nearest(character, glyphs))
  let next = 0
  return line.map(({ text }) => {
    const own = glyphsIn(text)
    next += own
    const last = glyphs[Math.max(0, next - 1)] ?? null
    const first = own > 1 ? glyphs[next - own] : null
    return first && last ? { ...first, box: boxAround([first.box, last.box]) } : last
  })
}

/** The characters in the boxes of their glyphs: where the ink is, not where the engine guesses it. */
export function placeCharacters(
  line: readonly ReadCharacter[],
  glyphs: readonly PlacedGlyph[],
): ReadCharacter[] {
  const under = glyphsUnder(line, glyphs)
  return line.map((character, index) => {
    const glyph = under[index]
    return glyph ? { ...character, box: glyph.box } : character
  })
}

function nearest(
  { box: [left, , width] }: ReadCharacter,
  glyphs: readonly PlacedGlyph[],
): PlacedGlyph | null {
  let best: PlacedGlyph | null = null
  let most = 0
  for (const glyph of glyphs) {
    const [from, , reach] = glyph.box
    const shared = Math.min(left + width, from + reach) - Math.max(left, from)
    if (shared <= most) continue
    most = shared
    best = glyph
  }
  return best
}
