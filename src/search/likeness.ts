import { keyL2, keyLatin, splitLegalName, thaiNormalize } from '#thai-text'
import { editDistance } from './edit-distance.ts'

/** A name as it was typed, with the keys that stored names have. */
export type TypedName = { core: string; l2: string; latin: string }

export function typedName(typed: string): TypedName {
  const { core, key } = splitLegalName(thaiNormalize(typed))
  return { core: key, l2: keyL2(key), latin: keyLatin(core) }
}

/**
 * How alike a stored name is to the typed one, 0 to 1. 62 % Dice and 38 % containment over pairs of
 * letters, as measured on a million names; the edits between them decide among names of like pairs.
 */
export function likenessTo(typed: TypedName): (stored: TypedName) => number {
  const letters = overlapWith(typed.core)
  const looks = overlapWith(typed.l2)
  const spelling = overlapWith(typed.latin)
  return ({ core, l2, latin }) => {
    const look = looks(l2)
    const pairs = Math.max((letters(core) + look) / 2, look * 0.97)
    const best = Math.max(pairs * 0.9, (pairs + unedited(typed.core, core)) / 2)
    if (typed.latin === '') return best
    return Math.max(best, (spelling(latin) + unedited(typed.latin, latin)) / 2)
  }
}

/** The share of the letters that no edit touches. */
function unedited(typed: string, stored: string): number {
  const longer = Math.max(typed.length, stored.length)
  return longer === 0 ? 0 : 1 - editDistance(typed, stored) / longer
}

const edge = 1

function overlapWith(typed: string): (stored: string) => number {
  const wanted = new Map<number, number>()
  eachPair(typed, (pair) => wanted.set(pair, (wanted.get(pair) ?? 0) + 1))
  const size = typed.length + 1
  return (stored) => {
    if (typed === '' || stored === '') return 0
    if (typed === stored) return 1
    const used = new Map<number, number>()
    let shared = 0
    eachPair(stored, (pair) => {
      const there = wanted.get(pair)
      if (there === undefined) return
      const before = used.get(pair) ?? 0
      if (before === there) return
      used.set(pair, before + 1)
      shared++
    })
    const dice = (2 * shared) / (size + stored.length + 1)
    return 0.62 * dice + 0.38 * (shared / size)
  }
}

/** Every two letters in a row as one number, the edges being letters. */
function eachPair(text: string, each: (pair: number) => void): void {
  let before = edge
  for (let at = 0; at <= text.length; at++) {
    const letter = at < text.length ? text.charCodeAt(at) : edge
    each(before * 0x10000 + letter)
    before = letter
  }
}
