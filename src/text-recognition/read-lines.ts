import type { Engine, ReadCharacter } from './engines/engine.ts'
import { textOf } from './line-text.ts'
import type { GreyImage } from './pixels.ts'

export type Reading = { engine: Engine; signal: AbortSignal }

type Characters = readonly ReadCharacter[]

// A cell that is a number: the English model knows digits better, and numbers are what people search.
const numberShare = 0.6
const sureDigit = 98.5
// Latin letters read as Thai always leave a letter under this; Thai on a clean line hardly ever does.
const sureLetter = 94
const latinLetter = /\p{Script=Latin}/u
const latinWord = /\p{Script=Latin}{2,}/u

/**
 * Reads line images as Thai, and lines with an unsure letter or mostly digits again as Thai and
 * English. With both languages at once short Thai words come out as Latin (กับ as AU, ณ as fu) and
 * reading takes a fifth longer, so English is asked only where it helps.
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
  const sure = digits > line.length * numberShare ? sureDigit : sureLetter
  return line.some(({ confidence }) => confidence < sure)
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
