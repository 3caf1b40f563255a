import { thaiNormalize } from '#thai-text'
import type { ReadCharacter } from './engines/engine.ts'
import type { PixelBox } from './pixels.ts'

/** A line of text with the place of each of its characters; `text` holds the spaces between words. */
export type BuiltLine = { text: string; characters: ReadCharacter[] }

// Engines give Thai as one word a letter, so only the white between letters tells words apart.
const spaceInLineHeights = 0.25

/**
 * Builds a line from characters in reading order: a gap of more than a quarter of the line's height
 * is a space; then the text is normalized, and characters that become one share one box.
 */
export function buildLine(characters: readonly ReadCharacter[], lineHeight: number): BuiltLine {
  const words: ReadCharacter[][] = []
  let right = Number.NEGATIVE_INFINITY
  for (const character of characters) {
    const [x, , width] = character.box
    const isGap = x - right > lineHeight * spaceInLineHeights && !/^\p{M}|^ำ/u.test(character.text)
    const word = words.at(-1)
    if (!word || isGap) words.push([character])
    else word.push(character)
    right = Math.max(right, x + width)
  }
  const built = words.map(normalizeWord).filter((word) => word.length > 0)
  return { text: built.map(textOf).join(' '), characters: built.flat() }
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

function textOf(characters: readonly ReadCharacter[]): string {
  return characters.map(({ text }) => text).join('')
}
