import type { Engine, ReadCharacter } from './engines/engine.ts'
import { textOf } from './line-text.ts'
import type { GreyImage } from './pixels.ts'

export type Reading = { engine: Engine; signal: AbortSignal }

type Characters = readonly ReadCharacter[]

// A cell that is a number: the English model knows digits better, and numbers are what people search.
const numberShare = 0.6
const sureDigit = 92
// A Latin word read as Thai leaves several letters under this; Thai alone at most one on a line.
const sureLetter = 94
const unsureLetters = 2
const latinLetter = /\p{Script=Latin}/u
const latinWord = /\p{Script=Latin}{2,}/u

/**
 * Reads line images as Thai, and lines with several unsure letters or an unsure digit again as Thai
 * and English. With both languages at once short Thai words come out as Latin (กับ as AU, ณ as fu) and
 * reading takes a fifth longer; loading English alone costs a quarter of a second. So English is asked
 * only where it helps.
 */
export async function readLines(
  images: readonly GreyImage[],
  { engine, signal }: Reading,
): Promise<Characters[]> {
  const thai = await engine.recognise({ images, layout: 'line', languages: 'tha' }, signal)
  const lines: Characters[] = thai.map((read) => read.flat())
  const unsure = [...lines.keys()].filter((index) => isUnsure(lines[index]))
  if (unsure.length === 0) return lines
  const again = await engine.recognise(
    {
      images: unsure.flatMap((index) => images[index] ?? []),
      layout: 'line',
      languages: 'tha+eng',
    },
    signal,
  )
  for (const [at, index] of unsure.entries()) {
    lines[index] = chooseReading(lines[index] ?? [], again[at]?.flat() ?? [])
  }
  return lines
}

function isUnsure(line: Characters = []): boolean {
  const digits = line.filter(({ text }) => /\d/.test(text)).length
  if (digits > line.length * numberShare) {
    return line.some(({ confidence }) => confidence < sureDigit)
  }
  return line.filter(({ confidence }) => confidence < sureLetter).length >= unsureLetters
}

/** The mixed reading where it is surer of the line as a whole and has no stray Latin letter. */
export function chooseReading(thai: Characters, mixed: Characters): Characters {
  const text = textOf(mixed)
  const hasStray = latinLetter.test(text) && !latinWord.test(text)
  return !hasStray && meanOf(mixed) > meanOf(thai) ? mixed : thai
}

function meanOf(line: Characters): number {
  return line.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, line.length)
}
