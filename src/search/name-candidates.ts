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
} from './pieces.ts'
import { countPlaces } from './place-list.ts'

/** Places in the order of how much of what was typed their names share. */
export type Candidates = {
  /** Their keys have every piece of what was typed, the shortest first; most hold it as it stands. */
  containing: number[]
  alike: number[]
}

/** Who may be among the candidates: places in one list of each group. */
export type Narrowing = readonly (readonly string[])[]

export const limits = { containing_max: 1_001, alike_max: 200 }

/** The least share that is worth a look: less is chance. */
const share_min = 0.3
const buckets = 256

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

/** L2 for every name; Latin letters also by spelling and by sound. */
function keysOf(typed: TypedName): KeyName[] {
  return typed.latin === '' ? ['l2'] : ['l2', 'latin', 'l3']
}

export function findCandidates(
  typed: TypedName,
  { lists, groups }: { lists: ReadLists; groups: Narrowing },
): Candidates {
  const allowed = allowedPlaces(lists, groups)
  const best = new Uint8Array(lists.places)
  let containing: number[] = []
  for (const name of keysOf(typed)) {
    const counts = new Uint8Array(lists.places)
    const inner = innerPieces(name, typed[name])
    for (const piece of inner) countPlaces(lists.of(piece), counts)
    const sizes = lists.of(sizesOf(name))
    if (name === 'l2' && inner.length > 0)
      containing = shortest(placesWith(counts, inner.length, allowed), sizes)
    const known = new Set(inner)
    const all = piecesOf(name, typed[name])
    for (const piece of all) if (!known.has(piece)) countPlaces(lists.of(piece), counts)
    rate({ counts, sizes, typed: all.length, best })
  }
  return { containing, alike: highest(best, allowed) }
}

/** Null: every place. */
function allowedPlaces(lists: ReadLists, groups: Narrowing): Uint8Array | null {
  if (groups.length === 0) return null
  const counts = new Uint8Array(lists.places)
  for (const group of groups) for (const piece of group) countPlaces(lists.of(piece), counts)
  // An employer has one office and one status, so no place is twice in a group.
  for (let place = 0; place < counts.length; place++)
    counts[place] = counts[place] === groups.length ? 1 : 0
  return counts
}

function placesWith(counts: Uint8Array, count: number, allowed: Uint8Array | null): number[] {
  const places: number[] = []
  for (let place = counts.indexOf(count); place >= 0; place = counts.indexOf(count, place + 1))
    if (allowed === null || allowed[place] === 1) places.push(place)
  return places
}

function shortest(places: number[], sizes: Uint8Array): number[] {
  if (places.length <= limits.containing_max) return places
  return places
    .sort((one, other) => (sizes[one] ?? 0) - (sizes[other] ?? 0))
    .slice(0, limits.containing_max)
}

type Rating = { counts: Uint8Array; sizes: Uint8Array; typed: number; best: Uint8Array }

/** Raises `best` to the share of pieces in common, as `likeness` weighs it, of 255. */
function rate({ counts, sizes, typed, best }: Rating): void {
  const least = Math.max(1, Math.floor(typed * share_min * 0.8))
  for (let place = 0; place < counts.length; place++) {
    const shared = counts[place] ?? 0
    if (shared < least) continue
    const dice = (2 * shared) / (typed + (sizes[place] ?? 0))
    const share = Math.min(1, 0.62 * dice + 0.38 * (shared / typed))
    const rating = Math.round(share * (buckets - 1))
    if (share >= share_min && rating > (best[place] ?? 0)) best[place] = rating
  }
}

/** The places rated highest, best first. */
function highest(ratings: Uint8Array, allowed: Uint8Array | null): number[] {
  const found: number[][] = Array.from({ length: buckets }, () => [])
  for (let place = 0; place < ratings.length; place++) {
    const rating = ratings[place] ?? 0
    if (rating > 0 && (allowed === null || allowed[place] === 1)) found[rating]?.push(place)
  }
  const best: number[] = []
  for (let rating = buckets - 1; rating > 0 && best.length < limits.alike_max; rating--)
    best.push(...(found[rating] ?? []).slice(0, limits.alike_max - best.length))
  return best
}
