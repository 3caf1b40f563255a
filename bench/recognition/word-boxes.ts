import { z } from 'zod'
import { locate, type RecognisedPage } from '#text-recognition'
import type { Degraded, Picture } from './picture.ts'

/** Left, top, right, bottom in fractions of the page. */
type Sides = readonly [left: number, top: number, right: number, bottom: number]

/** A word as it was set and the smallest box around its ink, in fractions of the page. */
export type TrueWord = { text: string; sides: Sides }

/** So many of so many. */
export type Counted = { of: number; right: number }

/** Word, left edge, top of its capitals, width, size of its letters; in points. */
export const PlacedWords = z.array(
  z.tuple([z.string(), z.number(), z.number(), z.number(), z.number()]),
)

const lettersMin = 3
const inkLevel = 128
// Marks above and below letters, in letter sizes from the top of the capitals.
const window = { above: 0.35, below: 1.05 }
const overlapMin = 0.5

export function trueWords(picture: Picture, places: z.infer<typeof PlacedWords>): TrueWord[] {
  const scale = picture.dpi / 72
  return places.flatMap(([text, left, top, width, size]) => {
    if (text.length < lettersMin) return []
    const box = inkWithin(picture, {
      left: Math.floor(left * scale),
      right: Math.ceil((left + width) * scale),
      top: Math.floor((top - window.above * size) * scale),
      bottom: Math.ceil((top + window.below * size) * scale),
    })
    return box ? [{ text, sides: box }] : []
  })
}

type Area = { left: number; right: number; top: number; bottom: number }

function inkWithin({ data, width, height }: Picture, area: Area): Sides | null {
  let [left, top, right, bottom] = [width, height, 0, 0]
  for (let y = Math.max(0, area.top); y < Math.min(height, area.bottom); y++) {
    for (let x = Math.max(0, area.left); x < Math.min(width, area.right); x++) {
      if ((data[(y * width + x) * 3] ?? 255) >= inkLevel) continue
      left = Math.min(left, x)
      right = Math.max(right, x + 1)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y + 1)
    }
  }
  return right > left ? [left / width, top / height, right / width, bottom / height] : null
}

/**
 * Of the true words that were read right: how many there are, and how many have their box. A word that
 * was read fewer times than it stands on the page was misread somewhere; there it has no box to judge.
 */
export function countBoxes(
  words: readonly TrueWord[],
  { page, scan }: { page: RecognisedPage; scan: Degraded },
): Counted {
  let of = 0
  let right = 0
  for (const [text, alike] of Map.groupBy(words, (word) => word.text)) {
    const boxes = boxesOf(page, text)
    of += Math.min(alike.length, boxes.length)
    const pairs = alike.flatMap(({ sides }, word) =>
      boxes.map((box, at) => ({ word, at, overlap: overlap(turned(sides, scan), box) })),
    )
    right += pairsOf(pairs)
  }
  return { of, right }
}

/** How many pairs of word and box overlap enough, each of them once, the best first. */
function pairsOf(overlaps: readonly { word: number; at: number; overlap: number }[]): number {
  const [usedWords, usedBoxes] = [new Set<number>(), new Set<number>()]
  for (const pair of overlaps.toSorted((one, other) => other.overlap - one.overlap)) {
    if (pair.overlap < overlapMin || usedWords.has(pair.word) || usedBoxes.has(pair.at)) continue
    usedWords.add(pair.word)
    usedBoxes.add(pair.at)
  }
  return usedWords.size
}

function boxesOf(page: RecognisedPage, text: string): Sides[] {
  return page.lines.flatMap((line, index) => {
    const boxes: Sides[] = []
    for (let at = line.text.indexOf(text); at >= 0; at = line.text.indexOf(text, at + 1)) {
      const [box] = locate(page, index, { start: at, end: at + text.length })
      if (box) boxes.push([box[0], box[1], box[0] + box[2], box[1] + box[3]])
    }
    return boxes
  })
}

/** The upright box around the word as it lies on the scan. */
function turned([left, top, right, bottom]: Sides, { width, height, skew }: Degraded): Sides {
  const angle = (skew * Math.PI) / 180
  const corners = [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ].map(([x = 0, y = 0]) => {
    const [fromX, fromY] = [(x - 0.5) * width, (y - 0.5) * height]
    return [
      (fromX * Math.cos(angle) - fromY * Math.sin(angle)) / width + 0.5,
      (fromX * Math.sin(angle) + fromY * Math.cos(angle)) / height + 0.5,
    ] as const
  })
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

function overlap(one: Sides, other: Sides): number {
  const width = Math.min(one[2], other[2]) - Math.max(one[0], other[0])
  const height = Math.min(one[3], other[3]) - Math.max(one[1], other[1])
  if (width <= 0 || height <= 0) return 0
  const area = ([left, top, right, bottom]: Sides) => (right - left) * (bottom - top)
  return (width * height) / (area(one) + area(other) - width * height)
}
