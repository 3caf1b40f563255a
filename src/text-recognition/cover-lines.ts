import type { PageBox, RecognisedCharacter, RecognisedLine } from './recognised-page.ts'

const joinsBefore = /^\p{M}/u

/**
 * The lines without what stands under the covers. A letter that a cover only touches goes too, and a mark
 * goes with the letter that carries it: better a letter too many than a name that can be guessed.
 */
export function coverLines(
  lines: readonly RecognisedLine[],
  covers: readonly PageBox[],
): RecognisedLine[] {
  if (covers.length === 0) return [...lines]
  return lines.flatMap((line) => {
    if (!covers.some((cover) => touches(cover, boxOfAll(line)))) return [line]
    const left = uncovered(line, covers)
    return left === null ? [] : [left]
  })
}

/** Null when nothing of the line is left. */
function uncovered(line: RecognisedLine, covers: readonly PageBox[]): RecognisedLine | null {
  const characters: RecognisedCharacter[] = []
  let text = ''
  let at = 0
  let gone = false
  for (const character of line.characters) {
    const [letter, x, y, width, height] = character
    while (line.text[at] === ' ') {
      text += ' '
      at++
    }
    at += letter.length
    const under = covers.some((cover) => touches(cover, [x, y, width, height]))
    gone = under || (gone && joinsBefore.test(letter))
    if (gone) {
      // Where a word was cut in two, its halves are not joined to a new one.
      if (!text.endsWith(' ')) text += ' '
      continue
    }
    text += letter
    characters.push(character)
  }
  const [first] = characters
  if (first === undefined) return null
  const { thaiNumbers: _, ...kept } = line
  return { ...kept, text: text.trim().replace(/ +/g, ' '), box: boxOf(characters), characters }
}

/** The line's own box may be narrower than that of a mark above it. */
function boxOfAll({ box: [x, y, width, height], characters }: RecognisedLine): PageBox {
  const whole: RecognisedCharacter = ['', x, y, width, height, 0]
  return boxOf([whole, ...characters])
}

function boxOf(characters: readonly RecognisedCharacter[]): PageBox {
  const left = Math.min(...characters.map(([, x]) => x))
  const top = Math.min(...characters.map(([, , y]) => y))
  const right = Math.max(...characters.map(([, x, , width]) => x + width))
  const bottom = Math.max(...characters.map(([, , y, , height]) => y + height))
  return [left, top, right - left, bottom - top]
}

function touches(one: PageBox, other: PageBox): boolean {
  return (
    one[0] < other[0] + other[2] &&
    other[0] < one[0] + one[2] &&
    one[1] < other[1] + other[3] &&
    other[1] < one[1] + one[3]
  )
}
