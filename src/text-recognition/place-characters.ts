import { inkLevel } from '#platform/images'
import { alignGlyphs, type Pairing, widthOf } from './align-glyphs.ts'
import type { ReadCharacter } from './engines/engine.ts'
import { boxAround } from './line-text.ts'
import type { PixelBox } from './pixels.ts'
import type { PlacedGlyph } from './thai-digits/glyphs.ts'

const standsAlone = /[^\p{M}]/u

/** Where a character stands; `glyph` where it has one to itself, which may be looked at. */
export type Place = { box: PixelBox; glyph: PlacedGlyph['glyph'] | null }

/**
 * The place of each character of a line: its glyph, or its part of a glyph where letters touch; what
 * stands over or under a letter shares its place. Null where there is no ink for it.
 */
export function placesOf(
  line: readonly ReadCharacter[],
  glyphs: readonly PlacedGlyph[],
): (Place | null)[] {
  const letters = line.filter(({ text }) => standsAlone.test(text))
  const boxes = glyphs.map(({ box }) => box)
  const places: (Place | null)[] = alignGlyphs(letters, boxes).flatMap((pairing) =>
    placesIn(letters.slice(pairing.from, pairing.to), glyphs, pairing),
  )
  let next = 0
  return line.map(({ text }) => {
    if (standsAlone.test(text)) next++
    return places[Math.max(0, next - 1)] ?? null
  })
}

function placesIn(
  letters: readonly ReadCharacter[],
  glyphs: readonly PlacedGlyph[],
  { first, last }: Pairing,
): (Place | null)[] {
  const own = glyphs.slice(first, last)
  const [widest] = own.toSorted((one, other) => other.box[2] - one.box[2])
  if (!widest) return letters.map(() => null)
  if (letters.length > 1) return partsOf(widest, letters).map((box) => ({ box, glyph: null }))
  return letters.map(() => ({ box: boxAround(own.map(({ box }) => box)), glyph: widest.glyph }))
}

/** The characters where the ink is, not where the engine guesses it. */
export function placeCharacters(
  line: readonly ReadCharacter[],
  glyphs: readonly PlacedGlyph[],
): ReadCharacter[] {
  const places = placesOf(line, glyphs)
  return line.map((character, index) => {
    const place = places[index]
    return place ? { ...character, box: place.box } : character
  })
}

/** A glyph of several letters that touch, cut by their usual widths where there is least ink. */
function partsOf({ box, glyph }: PlacedGlyph, letters: readonly ReadCharacter[]): PixelBox[] {
  const wanted = letters.map(({ text }) => widthOf(text))
  const all = wanted.reduce((sum, width) => sum + width, 0)
  const unit = glyph.width / all
  const cuts = [0]
  let reached = 0
  for (const width of wanted.slice(0, -1)) {
    reached += width * unit
    cuts.push(thinnestColumn(glyph, { near: reached, reach: unit / 4 }))
  }
  cuts.push(glyph.width)
  return letters.map((_, at) => {
    const from = cuts[at] ?? 0
    const to = Math.max(from + 1, cuts[at + 1] ?? 0)
    const [top, bottom] = inkRows(glyph, { from, to })
    return [box[0] + from, box[1] + top, to - from, bottom - top]
  })
}

type Drawn = PlacedGlyph['glyph']

function thinnestColumn(glyph: Drawn, { near, reach }: { near: number; reach: number }): number {
  let best = Math.round(near)
  let least = Number.POSITIVE_INFINITY
  const end = Math.min(glyph.width - 1, Math.floor(near + reach))
  for (let x = Math.max(1, Math.ceil(near - reach)); x <= end; x++) {
    let ink = 0
    for (let y = 0; y < glyph.height; y++) ink += 255 - (glyph.data[y * glyph.width + x] ?? 255)
    if (ink >= least) continue
    least = ink
    best = x
  }
  return best
}

/** The rows between which a strip of a glyph has ink; all of them when it has none. */
function inkRows(
  { data, width, height }: Drawn,
  { from, to }: { from: number; to: number },
): [top: number, bottom: number] {
  const isInked = (y: number) =>
    data.subarray(y * width + from, y * width + to).some((value) => value < inkLevel)
  const rows = Array.from({ length: height }, (_, y) => y).filter(isInked)
  return [rows[0] ?? 0, (rows.at(-1) ?? height - 1) + 1]
}
