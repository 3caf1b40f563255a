import { sql } from 'kysely'
import type { Reading } from './reading.ts'

export const limits = { kept_bytes_max: 96 * 1024 ** 2 }

/** The lists of one refill that were asked for lately. They never change, so they are never stale. */
type Kept = {
  generation: string
  places: number
  lists: Map<string, Uint8Array>
  bytes: number
}

/** The lists of names, read from the database and kept for the next query. */
export type NameLists = {
  /** Null before the first refill. A piece that no name has gets an empty list. */
  read(reading: Reading, pieces: readonly string[]): Promise<ReadLists | null>
}

export type ReadLists = {
  places: number
  /** Whether rows were written since the refill, which the lists do not know. */
  written: boolean
  of(piece: string): Uint8Array
}

const none = new Uint8Array()

/** One for a process: queries of the same pieces read them once. */
export function keepNameLists(): NameLists {
  let kept: Kept = { generation: '', places: 0, lists: new Map(), bytes: 0 }
  return {
    async read(reading, pieces) {
      const { lists, generation } = kept
      // Taken now: another query may let go of them meanwhile.
      const known = new Map(pieces.map((piece) => [piece, lists.get(piece)]))
      const missing = pieces.filter((piece) => !known.get(piece))
      let answer = await load(reading, missing)
      if (answer === null) return null
      const again = answer.generation !== generation && missing.length < pieces.length
      if (again) {
        known.clear()
        answer = await load(reading, pieces)
        if (answer === null) return null
      }
      if (kept.generation !== answer.generation) kept = { ...answer, lists: new Map(), bytes: 0 }
      for (const piece of again ? pieces : missing) {
        const list = answer.lists.get(piece) ?? none
        known.set(piece, list)
        keep(kept, piece, list)
      }
      return { ...answer, of: (piece) => known.get(piece) ?? none }
    },
  }
}

function keep(kept: Kept, piece: string, list: Uint8Array): void {
  if (kept.lists.has(piece)) return
  if (kept.bytes + list.length > limits.kept_bytes_max) {
    kept.lists.clear()
    kept.bytes = 0
  }
  kept.lists.set(piece, list)
  kept.bytes += list.length
}

type Loaded = Pick<ReadLists, 'places' | 'written'> & {
  generation: string
  lists: Map<string, Uint8Array>
}

async function load(reading: Reading, pieces: readonly string[]): Promise<Loaded | null> {
  const { rows } = await sql<{
    generation: string
    places: number
    written: boolean
    piece: string | null
    list: Uint8Array | null
  }>`
    select name_seal.generation::text, name_seal.places, piece, name_list.places as list,
      (select true from derived.employer_key where place is null order by core limit 1)
        is not null as written
    from derived.name_seal
    left join derived.name_list on piece = any(${[...pieces]}::text[])`.execute(reading.tables())
  const [first] = rows
  if (first === undefined) return null
  const lists = new Map<string, Uint8Array>()
  for (const { piece, list } of rows) if (piece !== null && list !== null) lists.set(piece, list)
  const { generation, places, written } = first
  return { generation, places, written, lists }
}
