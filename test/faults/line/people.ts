import type { Context } from '#record'

/** How often a scanning clerk goes wrong, each of papers or sheets. */
export type Clerk = {
  readonly name: string
  readonly context: Context
  /** Two papers taken for one, and a wrong type, of papers. */
  readonly misses: number
  /** A sheet that went through with another, one that was scanned twice, a picture out of focus, of sheets. */
  readonly jams: number
}

/** How many of the bad documents a checker sees. */
export type Checker = { readonly name: string; readonly context: Context; readonly catches: number }

export type Rated = {
  readonly name: string
  readonly real: number
  readonly measured: number
  readonly of: number
}

/** Pairs of people that are really apart, and whether the measure puts them in that order. */
export function sortedRight(
  rated: readonly Rated[],
  apart: number,
): { pairs: number; right: number } {
  let pairs = 0
  let right = 0
  for (const [at, one] of rated.entries()) {
    for (const other of rated.slice(at + 1)) {
      if (Math.abs(one.real - other.real) < apart) continue
      pairs++
      right += one.real < other.real === one.measured < other.measured ? 1 : 0
    }
  }
  return { pairs, right }
}
