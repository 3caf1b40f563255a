import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { typedName } from './likeness.ts'
import { findCandidates, type Narrowing } from './name-candidates.ts'
import type { ReadLists } from './name-lists.ts'
import { keyNames, piecesOf, propertyPiece, sizesOf } from './pieces.ts'
import {
  addPlace,
  countPlaces,
  emptyPlaceList,
  emptyTally,
  type PlaceList,
  packed,
} from './place-list.ts'

test('a packed list counts each of its places once, however far apart they stand', () => {
  const places = fc.uniqueArray(fc.integer({ min: 0, max: 20_000 }), { maxLength: 60 })
  fc.assert(
    fc.property(places, (unordered) => {
      const rising = unordered.sort((one, other) => one - other)
      const list = emptyPlaceList()
      for (const place of rising) addPlace(list, place)
      const tally = emptyTally(20_001, 1)
      countPlaces(packed(list), tally)
      assert.deepEqual(tally.reached, rising)
      assert.ok(rising.every((place) => tally.counts[place] === 1))
    }),
  )
})

test('of many names those that share the most with what was typed come first, within what may be seen', () => {
  const names = ['รุ่งเรืองการค้า', 'รุ่งเรืองการช่าง', 'มั่นคงก่อสร้าง', 'แสงทองขนส่ง']
  const lists = listsOf(names)
  const find = (text: string, groups: Narrowing = []) =>
    findCandidates(typedName(text), { lists, groups })
  assert.equal(find('รุ่งเรองการคา').alike[0], 0)
  assert.equal(find('รุ่งเรืองการชาง').alike[0], 1)
  assert.deepEqual(find('เรืองการ').containing, [0, 1])
  const second = [[propertyPiece('office', '1')]]
  assert.deepEqual(find('เรืองการ', second), { containing: [1], alike: [1] })
  assert.deepEqual(find('เรืองการ', [[]]), { containing: [], alike: [] })
})

/** Each name at its place, in an office of that number. */
function listsOf(names: readonly string[]): ReadLists {
  const lists = new Map<string, PlaceList>()
  const put = (piece: string, place: number) => {
    const list = lists.get(piece) ?? emptyPlaceList()
    addPlace(list, place)
    lists.set(piece, list)
  }
  const sizes = new Map<string, Uint8Array>()
  for (const name of keyNames) sizes.set(sizesOf(name), new Uint8Array(names.length))
  for (const [place, text] of names.entries()) {
    put(propertyPiece('office', String(place)), place)
    for (const name of keyNames) {
      const pieces = piecesOf(name, typedName(text)[name])
      sizes.get(sizesOf(name))?.set([pieces.length], place)
      for (const piece of pieces) put(piece, place)
    }
  }
  const none = emptyPlaceList()
  const of = (piece: string) => sizes.get(piece) ?? packed(lists.get(piece) ?? none)
  return { places: names.length, written: false, of }
}
