import { findMarks, type Mark } from '#platform/images'
import type { GreyImage, PixelBox } from '../pixels.ts'
import type { Glyph } from './glyph-features.ts'

const speckArea = 6
const tallShare = 0.6
const leaningShare = 0.9

/** A glyph of a line and where it stands, left to right. */
export type PlacedGlyph = { box: PixelBox; glyph: Glyph }

/** The ink of a box cut out, without specks; null where there is none. */
export function cropInk(page: GreyImage, [x, y, width, height]: PixelBox): Glyph | null {
  const data = new Uint8Array(width * height)
  for (let row = 0; row < height; row++) {
    const from = (y + row) * page.width + x
    data.set(page.data.subarray(from, from + width), row * width)
  }
  const image = { data, width, height, dpi: page.dpi }
  const marks = findMarks(image).filter(({ area }) => area >= speckArea)
  return marks.length === 0 ? null : drawGlyph(image, marks)
}

/**
 * The glyphs of a line: marks over one another are one glyph (a letter with what stands over it, a
 * digit that broke).
 */
export function glyphsOfLine(line: GreyImage): PlacedGlyph[] {
  const marks = findMarks(line)
    .filter(({ area }) => area >= speckArea)
    .toSorted((one, other) => one.left - other.left)
  const heights = marks.map(heightOf).toSorted((one, other) => one - other)
  const tall = (heights[Math.floor(heights.length / 2)] ?? 0) * tallShare
  const groups: Mark[][] = []
  for (const mark of marks) {
    const group = groups.at(-1)
    if (group && belongsTo(group, mark, tall)) group.push(mark)
    else groups.push([mark])
  }
  return groups.map((group) => ({ box: boxOf(group), glyph: drawGlyph(line, group) }))
}

/** Two tall marks are two letters, however far the one leans over the other. */
function belongsTo(group: readonly Mark[], mark: Mark, tall: number): boolean {
  const [left, , width] = boxOf(group)
  const shared = Math.min(left + width, mark.right) - mark.left
  const both = heightOf(mark) > tall && group.some((each) => heightOf(each) > tall)
  return shared > Math.min(width, mark.right - mark.left) * (both ? leaningShare : 0.5)
}

function heightOf({ top, bottom }: Mark): number {
  return bottom - top
}

function boxOf(marks: readonly Mark[]): PixelBox {
  const left = Math.min(...marks.map((mark) => mark.left))
  const top = Math.min(...marks.map((mark) => mark.top))
  const right = Math.max(...marks.map((mark) => mark.right))
  const bottom = Math.max(...marks.map((mark) => mark.bottom))
  return [left, top, right - left, bottom - top]
}

/** The marks alone with their grey edges, on white, a pixel wider than their ink. */
function drawGlyph(image: GreyImage, marks: readonly Mark[]): Glyph {
  const [left, top, width, height] = boxOf(marks)
  const data = new Uint8Array(width * height).fill(255)
  for (const { runs } of marks) {
    for (let at = 0; at < runs.length; at += 3) {
      const y = runs[at] ?? 0
      const from = Math.max(left, (runs[at + 1] ?? 0) - 1)
      const to = Math.min(left + width, (runs[at + 2] ?? 0) + 1)
      for (let x = from; x < to; x++) {
        data[(y - top) * width + x - left] = image.data[y * image.width + x] ?? 255
      }
    }
  }
  return { data, width, height }
}
