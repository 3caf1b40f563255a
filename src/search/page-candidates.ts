import { sql } from 'kysely'
import type { Scope } from '#kernel'
import type { SearchQuery } from './contract.ts'
import { limits as pieceLimits, piecesOfWord, propertyPiece } from './page-pieces.ts'
import type { Reading } from './reading.ts'

export const limits = {
  /** So many pieces tell whether a page may hold the words as typed. */
  exact_pieces: 12,
  likely_pieces: 28,
  read_bytes_max: 6 * 1024 ** 2,
}

const { piece_letters, volume_places } = pieceLimits

/** Places must be in one list of each group. */
type Groups = readonly (readonly string[])[]

export function narrowingPages(
  { offices }: Pick<Scope, 'offices'>,
  { office, type, year }: Pick<SearchQuery, 'office' | 'type' | 'year'>,
): Groups {
  return [
    ...(offices === 'all' ? [] : [offices.map((own) => propertyPiece('office', own))]),
    ...(office === undefined ? [] : [[propertyPiece('office', office)]]),
    ...(type === undefined ? [] : [[propertyPiece('type', type)]]),
    ...(year === undefined ? [] : [[propertyPiece('year', year)]]),
  ]
}

/** How many bytes the list of a piece has in all volumes: about as many as pages hold it. */
export async function listSizes(
  reading: Reading,
  pieces: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (pieces.length === 0) return new Map()
  const { rows } = await sql<{ piece: string; bytes: number }>`
    select piece, sum(octet_length(places))::int as bytes from derived.page_list
    where piece = any(${[...pieces]}::text[]) group by piece`.execute(reading.tables())
  return new Map(rows.map(({ piece, bytes }) => [piece, bytes]))
}

type ListRow = { piece: string; volume: number; places: Uint8Array }

async function readLists(reading: Reading, pieces: readonly string[]): Promise<ListRow[]> {
  const { rows } = await sql<ListRow>`
    select piece, volume, places from derived.page_list
    where piece = any(${[...pieces]}::text[])`.execute(reading.tables())
  return rows
}

type Weighed = { piece: string; weight: number }

/** The rarest that have a list, within the bytes that one answer may read. */
function rarest(sizes: ReadonlyMap<string, number>, pieces_max: number): Weighed[] {
  const ordered = [...sizes].sort(([, one], [, other]) => one - other).slice(0, pieces_max)
  let bytes = 0
  const chosen = ordered.filter(([, size]) => {
    bytes += size
    return bytes <= limits.read_bytes_max
  })
  // The rarer, the more a piece says: as many points as halvings of the country.
  return (chosen.length > 0 ? chosen : ordered.slice(0, 1)).map(([piece, size]) => ({
    piece,
    weight: Math.max(1, 22 - Math.round(Math.log2(size + 1))),
  }))
}

/** Places whose keys have the pieces of all words; whether the words stand there is for the reader to see. */
export async function placesAsTyped(
  reading: Reading,
  words: readonly string[],
  groups: Groups,
): Promise<number[]> {
  const pieces = [...new Set(words.flatMap(piecesOfWord))]
  if (pieces.length === 0) return await placesOfShort(reading, words, groups)
  const sizes = await listSizes(reading, pieces)
  if (sizes.size < pieces.length) return []
  const chosen = rarest(sizes, limits.exact_pieces)
  const counts = await countByVolume(
    reading,
    chosen.map(({ piece }) => ({ piece, weight: 1 })),
    groups,
  )
  return places(counts, (count) => count === chosen.length)
}

/** A word shorter than a piece begins one. */
async function placesOfShort(
  reading: Reading,
  words: readonly string[],
  groups: Groups,
): Promise<number[]> {
  const word = [...words].sort((one, other) => other.length - one.length)[0] ?? ''
  if (word.length < piece_letters - 1) return []
  const { rows } = await sql<{ piece: string }>`
    select distinct piece from derived.page_list
    where piece like ${`${word}%`}`.execute(reading.tables())
  const weighed = rows.map(({ piece }) => ({ piece, weight: 1 }))
  return places(await countByVolume(reading, weighed, groups), (count) => count > 0)
}

/** The places whose keys share the most with the words, the best first, at most `places_max`. */
export async function likelyPlaces(
  reading: Reading,
  { words, groups, places_max }: { words: readonly string[]; groups: Groups; places_max: number },
): Promise<number[]> {
  const sizes = await listSizes(reading, [...new Set(words.flatMap(piecesOfWord))])
  return await placesSharing(reading, { sizes, groups, places_max })
}

type Sharing = { sizes: ReadonlyMap<string, number>; groups: Groups; places_max: number }

/** The places that share the most of the rarest of these pieces, given with the sizes of their lists. */
export async function placesSharing(
  reading: Reading,
  { sizes, groups, places_max }: Sharing,
): Promise<number[]> {
  const counts = await countByVolume(reading, rarest(sizes, limits.likely_pieces), groups)
  return highest(counts, places_max)
}

type Counts = ReadonlyMap<number, Uint16Array>

/** The points of each place, volume by volume; 0 for those outside the groups. */
async function countByVolume(
  reading: Reading,
  weighed: readonly Weighed[],
  groups: Groups,
): Promise<Counts> {
  const weights = new Map(weighed.map(({ piece, weight }) => [piece, weight]))
  const rows = await readLists(reading, [...weights.keys(), ...groups.flat()])
  const counts = new Map<number, Uint16Array>()
  const allowed = groups.map(() => new Map<number, Uint16Array>())
  for (const { piece, volume, places } of rows) {
    const weight = weights.get(piece)
    if (weight !== undefined) addPoints(places, weight, volumeOf(counts, volume))
    groups.forEach((group, at) => {
      const marked = allowed[at]
      if (marked && group.includes(piece)) addPoints(places, 1, volumeOf(marked, volume))
    })
  }
  for (const [volume, points] of counts)
    for (const marked of allowed) keepMarked(points, marked.get(volume))
  return counts
}

function volumeOf(volumes: Map<number, Uint16Array>, volume: number): Uint16Array {
  const points = volumes.get(volume) ?? new Uint16Array(volume_places)
  volumes.set(volume, points)
  return points
}

function keepMarked(points: Uint16Array, marked: Uint16Array | undefined): void {
  if (marked === undefined) points.fill(0)
  else
    for (let place = 0; place < points.length; place++) if (marked[place] === 0) points[place] = 0
}

/** Lists are packed as the migration says. */
function addPoints(list: Uint8Array, weight: number, points: Uint16Array): void {
  let place = 0
  for (let at = 0; at < list.length; ) {
    let byte = list[at++] ?? 0
    let distance = byte & 0x7f
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = list[at++] ?? 0
      distance |= (byte & 0x7f) << shift
    }
    place += distance
    points[place] = (points[place] ?? 0) + weight
  }
}

function places(counts: Counts, isWanted: (count: number) => boolean): number[] {
  const found: number[] = []
  for (const [volume, points] of counts)
    for (let place = 0; place < points.length; place++)
      if (isWanted(points[place] ?? 0)) found.push(volume * volume_places + place)
  return found
}

function highest(counts: Counts, places_max: number): number[] {
  const having = new Uint32Array(2 ** 16)
  for (const points of counts.values())
    for (const count of points) having[count] = (having[count] ?? 0) + 1
  let least = having.length - 1
  for (let sum = having[least] ?? 0; least > 1 && sum < places_max; sum += having[least] ?? 0)
    least--
  const found: { place: number; count: number }[] = []
  for (const [volume, points] of counts)
    for (let place = 0; place < points.length; place++) {
      const count = points[place] ?? 0
      if (count >= least) found.push({ place: volume * volume_places + place, count })
    }
  return found
    .sort((one, other) => other.count - one.count)
    .slice(0, places_max)
    .map(({ place }) => place)
}
