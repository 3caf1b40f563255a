import { thaiNormalize } from '#thai-text'
import type { ReadCharacter } from './engines/engine.ts'
import type { PixelBox } from './pixels.ts'

/** A line of text with the place of each of its characters; `text` holds the spaces between words. */
export type BuiltLine = { text: string; characters: ReadCharacter[] }

// Engines give Thai as one word a letter, so only the white between letters tells words apart.
const spaceInLineHeights = 0.25
// No word begins with these, and none ends with a vowel that is written before its consonant.
const neverFirst = /^[\p{M}ะาำๅๆฯ]/u
const neverLast = /[เแโใไ]$/

/**
 * Builds a line from characters in reading order and the middles of the white between its words; then
 * each word is normalized, and characters that become one share one box.
 */
export function buildLine(read: readonly ReadCharacter[], spaces: readonly number[]): BuiltLine {
  const characters = read.filter(({ text }) => text.trim())
  const cuts = new Set(spaces.map((space) => nearestBoundary(characters, space)))
  const words: ReadCharacter[][] = []
  for (const [index, character] of characters.entries()) {
    const word = words.at(-1)
    if (word && !cuts.has(index)) word.push(character)
    else words.push([character])
  }
  return joinLines(
    words.map(normalizeWord).map((word) => ({ text: textOf(word), characters: word })),
  )
}

/** Puts pieces of a row side by side. */
export function joinLines(pieces: readonly BuiltLine[]): BuiltLine {
  const written = pieces.filter(({ text }) => text)
  return {
    text: written.map(({ text }) => text).join(' '),
    characters: written.flatMap(({ characters }) => characters),
  }
}

/** The white between words by the boxes alone: a gap of more than a quarter of the line's height. */
export function spacesBetween(characters: readonly ReadCharacter[]): number[] {
  const [, , , height] = boxAround(characters.map(({ box }) => box))
  let reached = Number.POSITIVE_INFINITY
  return characters.flatMap(({ box: [x, , width] }) => {
    const space = x - reached > height * spaceInLineHeights ? [(x + reached) / 2] : []
    reached = reached === Number.POSITIVE_INFINITY ? x + width : Math.max(reached, x + width)
    return space
  })
}

/** The character before which a space at `place` falls; engines place letters to half a letter only. */
function nearestBoundary(characters: readonly ReadCharacter[], place: number): number {
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (let index = 1; index < characters.length; index++) {
    const before = characters[index - 1]
    const after = characters[index]
    if (!before || !after || neverFirst.test(after.text) || neverLast.test(before.text)) continue
    const middle = (before.box[0] + before.box[2] + after.box[0]) / 2
    if (Math.abs(middle - place) >= least) continue
    least = Math.abs(middle - place)
    best = index
  }
  return best
}

function normalizeWord(word: readonly ReadCharacter[]): ReadCharacter[] {
  const whole = thaiNormalize(textOf(word))
  if (whole === textOf(word)) return [...word]
  return cutAlike(word, whole).flatMap((group) => {
    const text = thaiNormalize(textOf(group))
    return text ? [joined(group, text)] : []
  })
}

/** Cuts a word into the smallest groups whose normal forms, put together, are the normal form of all. */
function cutAlike(word: readonly ReadCharacter[], whole: string): ReadCharacter[][] {
  const groups: ReadCharacter[][] = []
  let done = ''
  let start = 0
  for (let end = 1; end <= word.length; end++) {
    const head = done + thaiNormalize(textOf(word.slice(start, end)))
    if (head + thaiNormalize(textOf(word.slice(end))) !== whole) continue
    groups.push(word.slice(start, end))
    done = head
    start = end
  }
  return groups
}

function joined(group: readonly ReadCharacter[], text: string): ReadCharacter {
  return {
    text,
    box: boxAround(group.map(({ box }) => box)),
    confidence: Math.min(...group.map(({ confidence }) => confidence)),
  }
}

/** The smallest upright box around boxes. */
export function boxAround(boxes: readonly PixelBox[]): PixelBox {
  const left = Math.min(...boxes.map(([x]) => x))
  const top = Math.min(...boxes.map(([, y]) => y))
  const right = Math.max(...boxes.map(([x, , width]) => x + width))
  const bottom = Math.max(...boxes.map(([, y, , height]) => y + height))
  return [left, top, right - left, bottom - top]
}

export function textOf(characters: readonly { text: string }[]): string {
  return characters.map(({ text }) => text).join('')
}
