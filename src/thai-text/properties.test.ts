import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isSurelyNormal } from './canonical.ts'
import {
  foldWithMap,
  keyL2,
  keyL2WithMap,
  normalizeWithMap,
  thaiFold,
  thaiNormalize,
  thaiSortKey,
  type UnitMap,
} from './index.ts'
import { rewrite } from './normalize.ts'
import { toText } from './traced.ts'

const run = { seed: 2_569_1123, numRuns: 20_000 }

const character = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...'กขคนทมรสอญฤฦฃฅ') },
  { weight: 8, arbitrary: fc.constantFrom(...'ัิีึืฺุู็่้๊๋์ํ๎') },
  { weight: 5, arbitrary: fc.constantFrom(...'ะาำๅเแโใไฯลๆ๏๚๛') },
  { weight: 3, arbitrary: fc.constantFrom(...'๐๕๙059０Ａａ') },
  { weight: 4, arbitrary: fc.constantFrom(..." \u00a0\t\n\u200b\u00ad\ufeff.,-/()“”'฿") },
  { weight: 2, arbitrary: fc.constantFrom(...'AbZéÉİßΣ\u0301\u0323\u0344') },
  { weight: 1, arbitrary: fc.constantFrom(...'\uf702\uf713\uf706\uf70f\uf88a\uf711') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...'がか\u3099한\u1112\u1161\u11ab\u0958\u0b47\u0b3e\ud800'),
  },
)
const tame = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...'กขคนทมรสฤ') },
  { weight: 6, arbitrary: fc.constantFrom(...'ัิีฺุู็่้์๎') },
  { weight: 6, arbitrary: fc.constantFrom(...'ะาำเแไฯๆ๕9Aé .,(“') },
)
const tameString = fc.array(tame, { maxLength: 9 }).map((parts) => parts.join(''))
const thaiString = fc.array(character, { maxLength: 24 }).map((parts) => parts.join(''))

test('normalizing twice changes nothing more, and neither does NFC', () => {
  fc.assert(
    fc.property(thaiString, (text) => {
      const normal = thaiNormalize(text)
      assert.equal(thaiNormalize(normal), normal)
      assert.equal(normal.normalize('NFC'), normal)
      assert.ok(normal.isWellFormed())
    }),
    run,
  )
})

test('text taken as normal without a closer look is what the rules would return', () => {
  let seen = 0
  fc.assert(
    fc.property(tameString, (text) => {
      if (!isSurelyNormal(text)) return
      seen++
      assert.equal(toText(rewrite(text)), text)
    }),
    run,
  )
  assert.ok(seen > run.numRuns / 4, 'enough strings took the short cut')
})

test('folding twice is folding once, and folding needs no normalizing before', () => {
  fc.assert(
    fc.property(thaiString, (text) => {
      const folded = thaiFold(text)
      assert.equal(thaiFold(folded), folded)
      assert.equal(thaiFold(thaiNormalize(text)), folded)
    }),
    run,
  )
})

test('maps run forward through the text and never leave it', () => {
  const holds = (text: string, rewritten: string, { starts, ends }: UnitMap) => {
    assert.equal(starts.length, rewritten.length)
    assert.equal(ends.length, rewritten.length)
    starts.forEach((start, at) => {
      const end = ends[at] ?? -1
      assert.ok(start >= (starts[at - 1] ?? 0), 'starts never decrease')
      assert.ok(start < end && end <= text.length, 'each range lies in the text')
    })
  }
  fc.assert(
    fc.property(thaiString, (text) => {
      const fold = foldWithMap(text)
      assert.equal(fold.folded, thaiFold(text))
      holds(text, fold.folded, fold)
      const normal = normalizeWithMap(text)
      assert.equal(normal.normalized, thaiNormalize(text))
      holds(text, normal.normalized, normal)
    }),
    run,
  )
})

test('an index key holds plain ASCII letters and digits, and its map gives the same key', () => {
  fc.assert(
    fc.property(thaiString, (text) => {
      assert.match(keyL2(text), /^[a-z0-9]*$/)
      assert.equal(keyL2WithMap(text).folded, keyL2(text))
      assert.equal(keyL2(thaiFold(text)), keyL2(text))
    }),
    run,
  )
})

test('a sort key does not depend on how the text was encoded', () => {
  fc.assert(
    fc.property(thaiString, (text) => {
      assert.equal(thaiSortKey(thaiNormalize(text)), thaiSortKey(text))
    }),
    run,
  )
})
