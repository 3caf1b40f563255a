import type { Tx } from '#platform/postgres'
import { eachPieceCode, limits, pieceCodes, pieceOfCode, propertyPiece } from './page-pieces.ts'
import { addPlace, emptyPlaceList, type PlaceList, packed } from './place-list.ts'
import { type Generation, tableOf } from './write-keys.ts'

export const writeLimits = { batch_lists: 5_000 }

/** What is listed of a sealed page. */
export type ListedPage = { office_id: string; type: string; year: number | null; key: string }

/** The lists of one volume under construction. Places come in rising order. */
export type PageVolume = {
  add(place: number, page: ListedPage): void
  lists(): Iterable<[piece: string, places: Uint8Array]>
}

export function startVolume(): PageVolume {
  const byCode: (PlaceList | undefined)[] = new Array(pieceCodes)
  const properties = new Map<string, PlaceList>()
  const put = (list: PlaceList, place: number) => {
    // A piece that stands twice on a page is listed once.
    if (list.length === 0 || list.last !== place) addPlace(list, place)
  }
  return {
    add(at, { office_id, type, year, key }) {
      const place = at % limits.volume_places
      eachPieceCode(key, (code) => {
        const list = byCode[code] ?? emptyPlaceList()
        byCode[code] = list
        put(list, place)
      })
      const named = [propertyPiece('office', office_id), propertyPiece('type', type)]
      if (year !== null) named.push(propertyPiece('year', year))
      for (const piece of named) {
        const list = properties.get(piece) ?? emptyPlaceList()
        properties.set(piece, list)
        put(list, place)
      }
    },
    *lists() {
      for (const [piece, list] of properties) yield [piece, packed(list)]
      for (let code = 0; code < byCode.length; code++) {
        const list = byCode[code]
        if (list !== undefined) yield [pieceOfCode(code), packed(list)]
      }
    },
  }
}

/** Puts the lists in the place of those that the volume had. */
export async function writeVolume(
  tx: Tx,
  { number, volume, generation }: { number: number; volume: PageVolume; generation: Generation },
): Promise<void> {
  const table = tableOf('page_list', generation)
  await tx.execute(`delete from ${table} where volume = $1`, [number])
  let pieces: string[] = []
  let places: Buffer[] = []
  const flush = async () => {
    await tx.execute(
      `insert into ${table} (piece, volume, places)
       select piece, $2, places from unnest($1::text[], $3::bytea[]) as listed (piece, places)`,
      [pieces, number, places],
    )
    pieces = []
    places = []
  }
  for (const [piece, list] of volume.lists()) {
    pieces.push(piece)
    places.push(Buffer.from(list))
    if (pieces.length >= writeLimits.batch_lists) await flush()
  }
  if (pieces.length > 0) await flush()
}
