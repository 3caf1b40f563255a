import type { GreyPage } from './grey-page.ts'
import { findMarks, type Mark } from './marks.ts'

/** How far the page lies turned clockwise. */
export type Turn = 0 | 90 | 180 | 270

// All lengths in sizes of a letter, which is the usual longer side of what may be one.
const letterPixels = { least: 6, most: 60 }
const letter = { least: 0.6, most: 2.4, thinnest: 0.25 }
const mark = { most: 0.75, pixelsMin: 4 }
const reach = { besideLetter: 1.2, overLetter: 0.7 }
/** So much of the narrower of two must stand over, or beside, the other. */
const facing = 0.5

/** Of 58 pages measured in all four turns, none came nearer to these than 0.74 and 0.63. */
const clear = { direction: 0.6, side: 0.58 }
const marksMin = 12
/** How many times by chance: the side must outweigh what as many tosses of a coin would give. */
const deviations = 2.5

/**
 * Which way up the writing stands. Letters stand nearer to their neighbours in the line than to those of
 * the next line: that is the direction. Thai carries its tone marks and most vowels above the letters,
 * as Latin does its dots: that is the side. Null when either is not clear, as on a page of numbers.
 */
export function measureTurn(page: GreyPage, threshold: number): Turn | null {
  const marks = findMarks(page, threshold)
  const size = letterSize(marks)
  if (size === 0) return null
  const letters = nearbyOf(
    marks.filter((each) => isLetter(each, size)),
    size * 2,
  )
  const { above, below, before, behind } = countMarks(marks, { letters, size })
  const upright = countLines(letters, size)
  if (upright >= clear.direction) return sideOf(above, below, { first: 0, second: 180 })
  // Seen on a page that lies on its left side, the tops of letters are at the left.
  if (1 - upright >= clear.direction) return sideOf(before, behind, { first: 270, second: 90 })
  return null
}

function sideOf(one: number, other: number, turns: { first: Turn; second: Turn }): Turn | null {
  const all = one + other
  const most = Math.max(one, other)
  if (all < marksMin || most < all * clear.side) return null
  if (most - all / 2 < (deviations * Math.sqrt(all)) / 2) return null
  return one > other ? turns.first : turns.second
}

function letterSize(marks: readonly Mark[]): number {
  const sides = marks
    .map(longerSide)
    .filter((side) => side >= letterPixels.least && side <= letterPixels.most)
    .toSorted((one, other) => one - other)
  return sides[Math.floor(sides.length / 2)] ?? 0
}

function isLetter(each: Mark, size: number): boolean {
  const long = longerSide(each)
  const isLong = long >= size * letter.least && long <= size * letter.most
  return isLong && shorterSide(each) >= size * letter.thinnest
}

function longerSide({ left, top, right, bottom }: Mark): number {
  return Math.max(right - left, bottom - top)
}

function shorterSide({ left, top, right, bottom }: Mark): number {
  return Math.min(right - left, bottom - top)
}

/** The share of letters whose nearest neighbour stands beside them, not over or under them. */
function countLines(letters: Nearby, size: number): number {
  let beside = 0
  let stacked = 0
  for (const each of letters.all) {
    const near = nearest(each, letters, size * reach.besideLetter)
    if (near?.beside === true) beside += 1
    if (near?.beside === false) stacked += 1
  }
  return beside + stacked === 0 ? 0.5 : beside / (beside + stacked)
}

/** On which side of the letter next to them small marks stand. */
function countMarks(
  marks: readonly Mark[],
  { letters, size }: { letters: Nearby; size: number },
): { above: number; below: number; before: number; behind: number } {
  const sides = { above: 0, below: 0, before: 0, behind: 0 }
  for (const each of marks) {
    if (longerSide(each) >= size * mark.most || each.area < mark.pixelsMin) continue
    const near = nearest(each, letters, size * reach.overLetter)
    if (near === null) continue
    const { left, top, right, bottom } = near.letter
    if (near.beside) sides[each.left + each.right < left + right ? 'before' : 'behind'] += 1
    else sides[each.top + each.bottom < top + bottom ? 'above' : 'below'] += 1
  }
  return sides
}

type Near = { letter: Mark; beside: boolean }

/** The nearest letter that faces a mark straight, over or beside it; null when none is within `most`. */
function nearest(each: Mark, letters: Nearby, most: number): Near | null {
  let found: Near | null = null
  let least = most
  for (const other of letters.around(each)) {
    if (other === each) continue
    const across = Math.min(each.right, other.right) - Math.max(each.left, other.left)
    const down = Math.min(each.bottom, other.bottom) - Math.max(each.top, other.top)
    const width = Math.min(each.right - each.left, other.right - other.left)
    const height = Math.min(each.bottom - each.top, other.bottom - other.top)
    const isOver = across >= width * facing
    const isBeside = down >= height * facing
    if (isOver === isBeside) continue
    const distance = isOver ? -down : -across
    if (distance >= least) continue
    least = distance
    found = { letter: other, beside: isBeside }
  }
  return found
}

type Nearby = { all: readonly Mark[]; around(each: Mark): Mark[] }

/** Letters sorted into cells, so that the near ones are found without asking all. */
function nearbyOf(all: readonly Mark[], cell: number): Nearby {
  const cells = new Map<string, Mark[]>()
  const placesOf = (from: number, to: number) => {
    const first = Math.floor(from / cell)
    return Array.from({ length: Math.floor(to / cell) - first + 1 }, (_, at) => first + at)
  }
  for (const each of all) {
    const name = `${Math.floor(each.left / cell)}/${Math.floor(each.top / cell)}`
    const there = cells.get(name)
    if (there) there.push(each)
    else cells.set(name, [each])
  }
  return {
    all,
    around: ({ left, top, right, bottom }) =>
      placesOf(left - cell * 2, right + cell).flatMap((x) =>
        placesOf(top - cell * 2, bottom + cell).flatMap((y) => cells.get(`${x}/${y}`) ?? []),
      ),
  }
}
