import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Random } from '#sample-office'

/** How often the recogniser read a letter as another one; '' is nothing, so `['่', '']` is a lost mark. */
type Confusions = {
  characters: number
  seen: Record<string, number>
  confusions: [pair: string, count: number][]
}

/** Reads a text wrongly in so many of a hundred letters. */
export type Misreader = (text: string, share: number, random: Random) => string

/**
 * By what Tesseract did to 160 rendered pages (148,839 letters, 2.4 % wrong), each kind of error more
 * often in the same proportion.
 */
export function measuredMisreader(): Misreader {
  const path = join(import.meta.dirname, 'confusions.json')
  // The file is our own: written once from the measurement.
  const measured = JSON.parse(readFileSync(path, 'utf8')) as Confusions
  const errors = measured.confusions.reduce((sum, [, count]) => sum + count, 0)
  const readings = new Map<string, [number, string][]>()
  for (const [pair, count] of measured.confusions) {
    const at = pair.indexOf('>', pair.startsWith('>') ? 0 : 1)
    const letter = pair.slice(0, at)
    const list = readings.get(letter) ?? []
    readings.set(letter, [...list, [count, pair.slice(at + 1)]])
  }
  const rates = new Map<string, number>()
  for (const [letter, list] of readings) {
    const wrong = list.reduce((sum, [count]) => sum + count, 0)
    rates.set(letter, wrong / (letter === '' ? measured.characters : (measured.seen[letter] ?? 0)))
  }
  const average = errors / measured.characters
  const wrongly = (letter: string, times: number, random: Random): string | null =>
    random.chance(Math.min(0.9, (rates.get(letter) ?? 0) * times))
      ? random.weighted(readings.get(letter) ?? [])
      : null
  return (text, share, random) => {
    if (share === 0) return text
    let read = ''
    for (const letter of text) {
      if (letter === ' ') {
        read += letter
        continue
      }
      read += wrongly(letter, share / average, random) ?? letter
      read += wrongly('', share / average, random) ?? ''
    }
    return read
  }
}

const letters = 'กขคงจชดตถทนบปผพฟมยรลวสหอะาิีุูเแโไ0123456789'

/** Any letter for any other: no engine errs like this, so no weight of ours fits it. */
export const evenMisreader: Misreader = (text, share, random) => {
  const wrongly = (letter: string) => {
    const other = random.pick([...letters])
    return random.pick([other, other, '', letter + other])
  }
  return Array.from(text, (letter) =>
    letter === ' ' || !random.chance(share) ? letter : wrongly(letter),
  ).join('')
}
