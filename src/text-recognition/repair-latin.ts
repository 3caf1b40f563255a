import type { Engine, ReadCharacter } from './engines/engine.ts'
import { boxAround, textOf } from './line-text.ts'
import type { GreyImage } from './pixels.ts'

/** A line image and what was read from it. */
export type ReadImage = { image: GreyImage; characters: readonly ReadCharacter[] }

// Latin words that office paper really has between Thai ones.
const known =
  /^(?:co|ltd|plc|pcl|limited|company|no|the|and|of|tel|fax|email|e-mail|id|vat|tax|www|http|https)$/i
const sureOf = 90
const longEnough = 4

/**
 * With Thai and English together, a short Thai word is sometimes read as Latin (กับ as AU, บาท as um).
 * Lines in which an unknown or doubtful Latin word stands among Thai are read again as Thai alone,
 * and the Thai letters found at that place are taken.
 */
export async function repairLatin(
  lines: readonly ReadImage[],
  { engine, signal }: { engine: Engine; signal: AbortSignal },
): Promise<ReadonlyArray<readonly ReadCharacter[]>> {
  const doubtful = lines.filter(({ characters }) => findDoubtful(characters).length > 0)
  if (doubtful.length === 0) return lines.map(({ characters }) => characters)
  const images = doubtful.map(({ image }) => image)
  const again = await engine.recognise({ images, layout: 'line', languages: 'tha' }, signal)
  const repaired = new Map(
    doubtful.map((line, index) => [line, takeThai(line.characters, again[index]?.flat() ?? [])]),
  )
  return lines.map((line) => repaired.get(line) ?? line.characters)
}

type Span = { from: number; to: number }

/** Runs of Latin letters, in a line that also has Thai, that are no word we know or trust. */
function findDoubtful(characters: readonly ReadCharacter[]): Span[] {
  if (!characters.some(({ text }) => isThai(text))) return []
  const spans: Span[] = []
  for (let from = 0; from < characters.length; from++) {
    if (!isLatin(characters[from]?.text)) continue
    let to = from
    while (isLatin(characters[to]?.text)) to++
    if (isDoubtful(characters.slice(from, to), characters[to]?.text)) spans.push({ from, to })
    from = to
  }
  return spans
}

function isDoubtful(word: readonly ReadCharacter[], next: string | undefined): boolean {
  // Addresses on the net and initials are full of letters that are no words.
  if (known.test(textOf(word)) || /^[.@/_\d-]/.test(next ?? '')) return false
  const least = Math.min(...word.map(({ confidence }) => confidence))
  return word.length < longEnough || least < sureOf
}

function takeThai(
  characters: readonly ReadCharacter[],
  thai: readonly ReadCharacter[],
): readonly ReadCharacter[] {
  const result: ReadCharacter[] = []
  let done = 0
  for (const { from, to } of findDoubtful(characters)) {
    const [left, , width] = boxAround(characters.slice(from, to).map(({ box }) => box))
    const instead = thai.filter(({ box }) => {
      const middle = box[0] + box[2] / 2
      return middle >= left && middle <= left + width
    })
    const better = instead.length > 0 && instead.every(({ text }) => isThai(text))
    result.push(...characters.slice(done, from), ...(better ? instead : characters.slice(from, to)))
    done = to
  }
  return [...result, ...characters.slice(done)]
}

function isThai(text: string): boolean {
  return /\p{Script=Thai}/u.test(text)
}

function isLatin(text: string | undefined): boolean {
  return text !== undefined && /^\p{Script=Latin}/u.test(text)
}
