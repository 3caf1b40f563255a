import type { Scope } from '#kernel'
import type { SearchQuery } from './contract.ts'
import type { TypedName } from './likeness.ts'
import type { ReadLists } from './name-lists.ts'
import {
  innerPieces,
  type KeyName,
  type Property,
  piecesOf,
  properties,
  propertyPiece,
  sizesOf,
  typedDigitPieces,
} from './pieces.ts'
import { countPlaces, emptyTally, type Tally } from './place-list.ts'

/** Places in the order of how much of what was typed their names share. */
export type Candidates = {
  /** Their keys have every piece of what was typed, the shortest first; most hold it as it stands. */
  containing: number[]
  alike: number[]
}

/** Who may be among the candidates: places in one list of each group. */
export type Narrowing = readonly (readonly string[])[]

export const limits = { containing_max: 1_001, alike_max: 200 }

/** The share of the typed pieces that a name must have: less is chance. */
const shared_min = 0.34
const ratings_max = 255

export function narrowing(
  { offices }: Pick<Scope, 'offices'>,
  query: Partial<Pick<SearchQuery, Property>>,
): Narrowing {
  return [
    ...(offices === 'all' ? [] : [offices.map((own) => propertyPiece('office', own))]),
    ...properties.flatMap((property) => {
      const value = query[property]
      return value === undefined ? [] : [[propertyPiece(property, value)]]
    }),
  ]
}

/** The lists that `findCandidates` reads. */
export function listsFor(typed: TypedName, groups: Narrowing): string[] {
  const keys = keysOf(typed).flatMap((name) => [...piecesOf(name, typed[name]), sizesOf(name)])
  return [...keys, ...innerPieces('l2', typed.l2), ...groups.flat()]
}

/** L2 for every name; Latin letters also by spelling. */
function keysOf(typed: TypedName): KeyName[] {
  return typed.latin === '' ? ['l2'] : ['l2', 'latin']
}

export function findCandidates(
  typed: TypedName,
  { lists, groups }: { lists: ReadLists; groups: Narrowing },
): Candidates {
  const allowed = allowedPlaces(lists, groups)
  const rated: number[][] = Array.from({ length: ratings_max + 1 }, () => [])
  let containing: number[] = []
  for (const name of keysOf(typed)) {
    const sizes = lists.of(sizesOf(name))
    const all = piecesOf(name, typed[name])
    const inner = innerPieces(name, typed[name])
    const worth = Math.max(1, Math.min(Math.ceil(all.length * shared_min), inner.length))
    const tally = emptyTally(lists.places, worth)
    for (const piece of inner) countPlaces(lists.of(piece), tally)
    if (name === 'l2' && inner.length > 0)
      containing = shortest(placesWith(tally, inner.length), sizes, allowed)
    // What is typed in Latin letters is alike by its spelling: every name has one.
    if (name === 'l2' && typed.latin !== '') continue
    const known = new Set(inner)
    for (const piece of all) if (!known.has(piece)) countPlaces(lists.of(piece), tally)
    rate({ tally, sizes, typed: all.length, rated })
  }
  return { containing, alike: highest(rated, allowed) }
}

type Allowed = (place: number) => boolean

function allowedPlaces(lists: ReadLists, groups: Narrowing): Allowed {
  if (groups.length === 0) return () => true
  const { counts, ...tally } = emptyTally(lists.places, Number.POSITIVE_INFINITY)
  // An employer has one office and one status, so no place is twice in a group.
  for (const piece of groups.flat()) countPlaces(lists.of(piece), { counts, ...tally })
  return (place) => counts[place] === groups.length
}

function placesWith({ counts, reached }: Tally, count: number): number[] {
  return reached.filter((place) => counts[place] === count)
}

function shortest(places: number[], sizes: Uint8Array, allowed: Allowed): number[] {
  const own = places.filter(allowed)
  if (own.length > limits.containing_max)
    own.sort((one, other) => (sizes[one] ?? 0) - (sizes[other] ?? 0))
  return own.slice(0, limits.containing_max)
}

type Rating = { tally: Tally; sizes: Uint8Array; typed: number; rated: number[][] }

/** Puts each place under the share of pieces in common, as `likeness` weighs it, of 255. */
function rate({ tally: { counts, reached }, sizes, typed, rated }: Rating): void {
  for (const place of reached) {
    const shared = counts[place] ?? 0
    const dice = (2 * shared) / (typed + (sizes[place] ?? 0))
    const share = Math.min(1, 0.62 * dice + 0.38 * (shared / typed))
    rated[Math.round(share * ratings_max)]?.push(place)
  }
}

/** The places rated highest, best first; one rated by several keys stands at its best. */
function highest(rated: readonly (readonly number[])[], allowed: Allowed): number[] {
  const best = new Set<number>()
  for (const places of rated.toReversed()) {
    for (const place of places) {
      if (best.size >= limits.alike_max) return [...best]
      if (allowed(place)) best.add(place)
    }
  }
  return [...best]
}

/** The lists that `findNumberPlaces` reads. */
export function listsForDigits(digits: string, groups: Narrowing): string[] {
  const { inner, edges } = typedDigitPieces(digits)
  return [...inner, ...edges, ...groups.flat()]
}

/**
 * Places of employers of whose numbers one may hold the digits, those that begin or end with them first.
 * Fewer than four digits are looked for at the edges alone.
 */
export function findNumberPlaces(
  digits: string,
  { lists, groups }: { lists: ReadLists; groups: Narrowing },
): number[] {
  const { inner, edges } = typedDigitPieces(digits)
  const tally = emptyTally(lists.places, Math.max(1, inner.length))
  for (const piece of inner) countPlaces(lists.of(piece), tally)
  // The edges alone make nobody a candidate of longer digits.
  const holding = inner.length > 0 ? [...tally.reached] : tally.reached
  for (const piece of edges) countPlaces(lists.of(piece), tally)
  const atEdge = (place: number) => (tally.counts[place] ?? 0) > inner.length
  const own = holding.filter(allowedPlaces(lists, groups))
  return [...own.filter(atEdge), ...own.filter((place) => !atEdge(place))]
}
