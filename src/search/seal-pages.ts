import type { Database, Tx } from '#platform/postgres'
import type { PageRow } from './keys.ts'
import { limits as pieceLimits } from './page-pieces.ts'
import { type ListedPage, type PageVolume, startVolume, writeVolume } from './page-volume.ts'

export const limits = { unsealed_min: 2_000, read_batch: 2_000 }

const { volume_places } = pieceLimits

type Sealing = {
  /** Rows in the order of their places. */
  add(rows: readonly PageRow[]): Promise<void>
  end(): Promise<void>
}

/** Writes the volumes of a refill as they fill. */
export function startSealing(database: Database): Sealing {
  let volume: PageVolume = startVolume()
  let number = 0
  const write = async () => {
    await database.transaction((tx) => writeVolume(tx, { number, volume, generation: 'next' }))
    volume = startVolume()
    number++
  }
  return {
    async add(rows) {
      for (const row of rows) {
        const place = Number(row.place)
        if (Math.floor(place / volume_places) > number) await write()
        volume.add(place, row)
      }
    },
    end: write,
  }
}

/**
 * Gives pages indexed since the last sealing a place, and lists the volume that they go to anew. Does
 * nothing while they are few, or while a refill is being made. Returns how many were sealed.
 */
export async function sealPages(tx: Tx, unsealed_min = limits.unsealed_min): Promise<number> {
  // Two at once would give the same places. Reading goes on meanwhile.
  await tx.execute('lock table derived.page_list in share row exclusive mode')
  const [stand] = await tx.execute<{ places: number; unsealed: number; refilling: boolean }>(
    `select (select coalesce(max(place) + 1, 0) from derived.page_key)::int as places,
      (select count(*) from (select from derived.page_key where place is null limit $1) as fresh)::int
        as unsealed,
      to_regclass('derived.page_key_next') is not null as refilling`,
    [volume_places],
  )
  if (stand === undefined || stand.refilling || stand.unsealed < unsealed_min) return 0
  const { places, unsealed } = stand
  const number = Math.floor(places / volume_places)
  const sealed = Math.min(unsealed, (number + 1) * volume_places - places)
  await tx.execute(
    `update derived.page_key set place = $1 + fresh.at
     from (select page_id, (row_number() over (order by page_id) - 1)::int as at
       from derived.page_key where place is null order by page_id limit $2) as fresh
     where page_key.page_id = fresh.page_id and place is null`,
    [places, sealed],
  )
  const volume = await readVolume(tx, number)
  await writeVolume(tx, { number, volume, generation: 'living' })
  return sealed
}

async function readVolume(tx: Tx, number: number): Promise<PageVolume> {
  const volume = startVolume()
  let next = number * volume_places
  for (;;) {
    const rows = await tx.execute<ListedPage & { place: number }>(
      `select place, office_id, type, year, key from derived.page_key
       where place >= $1 and place < $2 order by place limit $3`,
      [next, (number + 1) * volume_places, limits.read_batch],
    )
    for (const row of rows) volume.add(row.place, row)
    const last = rows.at(-1)
    if (last === undefined) return volume
    next = last.place + 1
  }
}
