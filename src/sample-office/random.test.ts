import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { seededRandom } from './random.ts'

function numbers(seed: string | number): number[] {
  const random = seededRandom(seed)
  return Array.from({ length: 50 }, () => random.next())
}

test('the same seed gives the same numbers, another seed gives others', () => {
  assert.deepEqual(numbers(7), numbers(7))
  assert.deepEqual(numbers(7), numbers('7'))
  assert.notDeepEqual(numbers(7), numbers(8))
})

test('numbers stay within their bounds and reach both ends', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: -50, max: 50 }), fc.nat(6), (seed, low, width) => {
      const random = seededRandom(seed)
      const drawn = new Set(Array.from({ length: 400 }, () => random.between(low, low + width)))
      assert.equal(drawn.size, width + 1)
      assert.equal(Math.min(...drawn), low)
      assert.equal(Math.max(...drawn), low + width)
    }),
    { numRuns: 30 },
  )
})

test('weights decide how often a value comes', () => {
  const random = seededRandom('weights')
  const list = [
    [3, 'often'],
    [1, 'seldom'],
  ] as const
  let often = 0
  for (let count = 0; count < 4_000; count += 1) if (random.weighted(list) === 'often') often += 1
  assert(often > 2_850 && often < 3_150, `${often} of 4000`)
})
