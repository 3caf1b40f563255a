import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canonicalJson } from './canonical-json.ts'

test('keys are sorted by code unit, at every depth, and undefined members are left out', () => {
  assert.equal(
    canonicalJson({ b: 1, a: { d: [true, null], c: 'ก' }, '10': 0, e: undefined }),
    '{"10":0,"a":{"c":"ก","d":[true,null]},"b":1}',
  )
  assert.equal(canonicalJson({ a: undefined }), '{}')
})

test('the numbers and texts of RFC 8785 are written as it says', () => {
  // From the example of RFC 8785, section 3.2.2.
  const numbers = [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001]
  assert.equal(canonicalJson(numbers), '[333333333.3333333,1e+30,4.5,0.002,1e-27]')
  assert.equal(canonicalJson('€$\u000f\nA\'B"\\\\"/'), '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"')
})

test('what JSON cannot hold is a bug, never silently changed', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '\ud800', () => 1]) {
    assert.throws(() => canonicalJson(value), { name: 'Bug' })
  }
})
