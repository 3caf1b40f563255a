/**
 * A stream of numbers that depends on its seed alone. The generator is sfc32 (Chris Doty-Humphrey's
 * small fast counter, public domain), seeded by FNV-1a over the seed's text: good enough to look
 * random, never for secrets.
 */
export type Random = {
  /** A number from 0 up to, not including, 1. */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  /** True with the given probability. */
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of the values by weight: `[[60, 'company'], [17, 'partnership']]`. */
  weighted<T>(list: readonly (readonly [number, T])[]): T
  /** A normally distributed number, mean 0, deviation 1 (sum of twelve, enough for noise and skew). */
  normal(): number
}

export type Seed = string | number

/** Starts a stream. Parts of one seed are made by joining: `seededRandom(`${seed}/employer/${index}`)`. */
export function seededRandom(seed: Seed): Random {
  const next = sfc32(hash(`${seed}`))
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (list) => itemAt(list, between(0, list.length - 1)),
    weighted: (list) => pickWeighted(list, next()),
    normal() {
      let sum = -6
      for (let count = 0; count < 12; count += 1) sum += next()
      return sum
    },
  }
}

/** The item at a place that the caller knows to be there. */
export function itemAt<T>(list: readonly T[], place: number): T {
  const item = list[place]
  if (item === undefined) throw new RangeError(`No item ${place} in a list of ${list.length}`)
  return item
}

function pickWeighted<T>(list: readonly (readonly [number, T])[], part: number): T {
  let left = part * list.reduce((sum, [weight]) => sum + weight, 0)
  for (const [weight, value] of list) {
    left -= weight
    if (left < 0) return value
  }
  return itemAt(list, list.length - 1)[1]
}

function hash(text: string): number[] {
  return [0x811c9dc5, 0x01234567, 0x5bd1e995, 0x9e3779b9].map((start) => {
    let value = start
    for (let place = 0; place < text.length; place += 1) {
      value = Math.imul(value ^ text.charCodeAt(place), 0x01000193)
      value ^= value >>> 15
    }
    return value
  })
}

function sfc32([a = 0, b = 0, c = 0, d = 1]: number[]): () => number {
  const step = () => {
    const sum = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let count = 0; count < 12; count += 1) step()
  return step
}
