import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { costs, costTable } from './confusions.ts'
import { costAllowed, mistakesIn, nearWord } from './near-word.ts'

const letter = fc.constantFrom(...'abnkxiu135')
const text = fc.array(letter, { maxLength: 40 }).map((each) => each.join(''))
const word = fc.array(letter, { minLength: 1, maxLength: 12 }).map((each) => each.join(''))

/** The plain table of all rows and columns, nothing left out. */
function cheapest(text: string, word: string): number {
  const cost = (from: string, to: string) =>
    costTable[(from.charCodeAt(0) || 0) * 128 + (to.charCodeAt(0) || 0)] ?? costs.other
  let column = [0]
  for (const wanted of word) column.push((column.at(-1) ?? 0) + cost(wanted, ''))
  let best = column.at(-1) ?? 0
  for (const read of text) {
    const next = [0]
    for (let row = 1; row <= word.length; row++) {
      const wanted = word[row - 1] ?? ''
      next.push(
        Math.min(
          (column[row - 1] ?? 0) + cost(wanted, read),
          (column[row] ?? 0) + cost('', read),
          (next[row - 1] ?? 0) + cost(wanted, ''),
        ),
      )
    }
    column = next
    best = Math.min(best, column.at(-1) ?? 0)
  }
  return best
}

test('a word is found at its least cost, or not at all when that is more than allowed', () => {
  fc.assert(
    fc.property(text, word, fc.integer({ min: 0, max: 48 }), (text, word, most) => {
      // So much that nothing at all is near a word is never allowed.
      const allowed = Math.min(most, word.length * costs.digit - 1)
      const least = cheapest(text, word)
      const near = nearWord(text, word, allowed)
      assert.equal(near?.cost ?? null, least <= allowed ? least : null)
      if (near === null) return
      assert.ok(near.start >= 0 && near.start <= near.end && near.end <= text.length)
      assert.equal(cheapest(text.slice(near.start, near.end), word), near.cost)
    }),
    { numRuns: 3_000 },
  )
})

test('a mistake that the recogniser makes costs half of one that it does not', () => {
  assert.equal(nearWord('xxxbkgxxx', 'nkg', 8)?.cost, costs.known)
  assert.equal(nearWord('xxxwkgxxx', 'zkg', 8)?.cost, costs.other)
})

test('a digit that engines cannot read is hardly a mistake, and another digit is one', () => {
  assert.equal(nearWord('xx7155xx', '7184', 16)?.cost, 2 * costs.digit)
  assert.equal(nearWord('xx7144xx', '7184', 16)?.cost, costs.of_class)
  assert.equal(nearWord('xx7114xx', '7184', 16)?.cost, costs.other)
})

test('the mistakes of a stretch are told by their letters in both', () => {
  const at = (word: [number, number], read: [number, number], cost: number) => ({
    word,
    read,
    cost,
  })
  assert.deepEqual(mistakesIn('kogxy', 'kogxy'), [])
  assert.deepEqual(mistakesIn('kwgxy', 'kogxy'), [at([1, 2], [1, 2], costs.other)])
  assert.deepEqual(mistakesIn('kgxwy', 'kogxy'), [
    at([1, 2], [1, 1], costs.known),
    at([4, 4], [3, 4], costs.known),
  ])
})

test('the words under four letters allow what is hardly a mistake', () => {
  assert.ok(costAllowed(3) < costs.known)
  assert.equal(costAllowed(4), costs.known)
  assert.equal(costAllowed(20), 3 * costs.other)
})
