/** A list of rising places under construction, packed as the migration of `name_list` says. */
export type PlaceList = { bytes: Uint8Array; length: number; last: number }

export function emptyPlaceList(): PlaceList {
  return { bytes: new Uint8Array(16), length: 0, last: 0 }
}

export function addPlace(list: PlaceList, place: number): void {
  if (list.length + 5 > list.bytes.length) {
    const larger = new Uint8Array(list.bytes.length * 2)
    larger.set(list.bytes)
    list.bytes = larger
  }
  let distance = place - list.last
  list.last = place
  for (; distance > 0x7f; distance >>>= 7) list.bytes[list.length++] = (distance & 0x7f) | 0x80
  list.bytes[list.length++] = distance
}

export function packed({ bytes, length }: PlaceList): Uint8Array {
  return bytes.subarray(0, length)
}

/** Counts by place, and the places that have reached a count worth a look. */
export type Tally = { counts: Uint8Array; worth: number; reached: number[] }

export function emptyTally(places: number, worth: number): Tally {
  return { counts: new Uint8Array(places), worth, reached: [] }
}

/** Adds one to the count of every place in a packed list. */
export function countPlaces(list: Uint8Array, { counts, worth, reached }: Tally): void {
  let place = 0
  for (let at = 0; at < list.length; ) {
    let byte = list[at++] ?? 0
    let distance = byte & 0x7f
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = list[at++] ?? 0
      distance |= (byte & 0x7f) << shift
    }
    place += distance
    const count = (counts[place] ?? 0) + 1
    counts[place] = count
    if (count === worth) reached.push(place)
  }
}
