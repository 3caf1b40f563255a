import type { Tx } from '#platform/postgres'
import { keyColumns, numberColumns } from './keys.ts'
import {
  digitPieces,
  type KeyName,
  keyNames,
  type Property,
  piecesOf,
  properties,
  propertyPiece,
  sizesOf,
} from './pieces.ts'
import { addPlace, emptyPlaceList, type PlaceList, packed } from './place-list.ts'

export const limits = { read_batch: 20_000, write_batch: 500 }

const columns = [...Object.keys(keyColumns), 'written_by'].join(', ')
const numbers = [...Object.keys(numberColumns), 'written_by'].join(', ')

/**
 * Puts the new key rows in the order of L2, so that names alike lie together, gives each its place, and
 * writes the list of places of each piece.
 */
export async function sealNames(tx: Tx, signal?: AbortSignal): Promise<void> {
  await tx.execute(
    'create table derived.employer_key_placed (like derived.employer_key_next including defaults)',
  )
  await tx.execute(
    `insert into derived.employer_key_placed (${columns}, place)
     select ${columns}, row_number() over by_look - 1 from derived.employer_key_next
     window by_look as (order by l2, account_no, ordinal) order by l2, account_no, ordinal`,
  )
  await takeTheName(tx, 'employer_key')
  await tx.execute(
    'create table derived.employer_number_placed (like derived.employer_number_next including defaults)',
  )
  await tx.execute(
    `insert into derived.employer_number_placed (${numbers}, place)
     select ${numbers}, present.place from derived.employer_number_next
     left join (select account_no, place from derived.employer_key_next where ordinal = 0) present
       using (account_no)
     order by account_no`,
  )
  await takeTheName(tx, 'employer_number')
  const { places, lists } = await gather(tx, signal)
  await write(tx, lists)
  await tx.execute('insert into derived.name_seal_next (places) values ($1)', [places])
}

async function takeTheName(tx: Tx, table: string): Promise<void> {
  await tx.execute(`drop table derived.${table}_next`)
  await tx.execute(`alter table derived.${table}_placed rename to ${table}_next`)
}

type Placed = {
  place: number
  account: string | null
  juristic: string | null
  tax: string | null
} & Record<KeyName, string> &
  Record<Property, string | null>

type Gathered = { places: number; lists: Map<string, Uint8Array> }

async function gather(tx: Tx, signal?: AbortSignal): Promise<Gathered> {
  const lists = new Map<string, PlaceList>()
  const sizes: Record<KeyName, number[]> = { l2: [], latin: [] }
  const put = (piece: string, place: number) => {
    const list = lists.get(piece) ?? emptyPlaceList()
    addPlace(list, place)
    lists.set(piece, list)
  }
  await tx.execute(
    `declare placed no scroll cursor for
     select key.place, key.office_id as office, key.status, key.province, key.form, l2, latin,
       number.account_no as account, juristic, tax
     from derived.employer_key_next key left join derived.employer_number_next number using (place)
     order by key.place`,
  )
  for (;;) {
    signal?.throwIfAborted()
    const rows = await tx.execute<Placed>(`fetch ${limits.read_batch} from placed`)
    if (rows.length === 0) break
    for (const row of rows) {
      for (const property of properties) {
        const value = row[property]
        if (value !== null) put(propertyPiece(property, value), row.place)
      }
      for (const piece of digitPieces([row.account, row.juristic, row.tax])) put(piece, row.place)
      for (const name of keyNames) {
        const pieces = piecesOf(name, row[name])
        sizes[name].push(pieces.length)
        for (const piece of pieces) put(piece, row.place)
      }
    }
  }
  await tx.execute('close placed')
  const all = new Map([...lists].map(([piece, list]) => [piece, packed(list)]))
  for (const name of keyNames) all.set(sizesOf(name), Uint8Array.from(sizes[name]))
  return { places: sizes.l2.length, lists: all }
}

async function write(tx: Tx, lists: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const all = [...lists]
  for (let at = 0; at < all.length; at += limits.write_batch) {
    const batch = all.slice(at, at + limits.write_batch)
    await tx.execute(
      'insert into derived.name_list_next select * from unnest($1::text[], $2::bytea[])',
      [batch.map(([piece]) => piece), batch.map(([, list]) => Buffer.from(list))],
    )
  }
}
