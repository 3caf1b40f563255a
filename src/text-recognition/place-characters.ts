import { inkLevel } from '#platform/images'
import { alignGlyphs, widthOf } from './align-glyphs.ts'
import type { ReadCharacter } from './engines/engine.ts'
import { boxAround } from './line-text.ts'
import type { PlacedGlyph } from './thai-digits/glyphs.ts'

const standsAlone = /[^\p{M}]/u

/** Characters and the glyphs they are: a letter with its marks, letters that touch, ink that nobody read. */
export type Slot = { characters: ReadCharacter[]; glyphs: readonly PlacedGlyph[] }

/** A line cut into its letters, as far as letters and ink can be told apart. */
export function slotsOf(line: readonly ReadCharacter[], glyphs: readonly PlacedGlyph[]): Slot[] {
  const letters = line.filter(({ text }) => standsAlone.test(text))
  const boxes = glyphs.map(({ box }) => box)
  const slots = alignGlyphs(letters, boxes).map(
    ({ from, to, first, last }): Slot & { letters: number } => ({
      letters: to - from,
      characters: [],
      glyphs: glyphs.slice(first, last),
    }),
  )
  let at = -1
  let taken = 0
  for (const character of line) {
    if (standsAlone.test(character.text)) {
      if (at < 0 || taken === slots[at]?.letters) {
        at = slots.findIndex((slot, index) => index > at && slot.letters > 0)
        taken = 0
      }
      taken++
    }
    // A mark before any letter goes to the first.
    slots[Math.max(0, at)]?.characters.push(character)
  }
  return slots
}

/** The characters where the ink is, not where the engine guesses it. */
export function placeCharacters(
  line: readonly ReadCharacter[],
  glyphs: readonly PlacedGlyph[],
): ReadCharacter[] {
  return slotsOf(line, glyphs).flatMap(placeSlot)
}

function placeSlot({ characters, glyphs }: Slot): ReadCharacter[] {
  const [widest] = glyphs.toSorted((one, other) => other.box[2] - one.box[2])
  if (!widest) return characters
  const letters = characters.filter(({ text }) => standsAlone.test(text))
  const boxes =
    letters.length > 1
      ? cutGlyph(widest, letters).map(({ box }) => box)
      : [boxAround(glyphs.map(({ box }) => box))]
  let next = 0
  return characters.map((character) => {
    if (standsAlone.test(character.text)) next++
    const box = boxes[Math.max(0, next - 1)]
    return box ? { ...character, box } : character
  })
}

/** A glyph of several letters that touch, cut by their usual widths where there is least ink. */
function cutGlyph({ box, glyph }: PlacedGlyph, letters: readonly ReadCharacter[]): PlacedGlyph[] {
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
    return sliceGlyph({ box, glyph }, { from, to: Math.max(from + 1, cuts[at + 1] ?? 0) })
  })
}

/** The part of a glyph between two of its columns, no higher than its ink. */
export function sliceGlyph(
  { box, glyph }: PlacedGlyph,
  { from, to }: { from: number; to: number },
): PlacedGlyph {
  const [top, bottom] = inkRows(glyph, { from, to })
  const [width, height] = [to - from, bottom - top]
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const start = (top + y) * glyph.width
    data.set(glyph.data.subarray(start + from, start + to), y * width)
  }
  return { box: [box[0] + from, box[1] + top, width, height], glyph: { data, width, height } }
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
