import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lineRun } from './line/line-run.ts'
import { sortedRight } from './line/people.ts'

test('a line on which clerks err and the power fails loses no page, doubles none and leaves none behind', {
  timeout: 300_000,
}, async (t) => {
  const verdict = await lineRun({
    ...{ pages: 250, sheets: 40, seed: 'test', rate: 0.08, rebuilding: true },
    say: (text) => t.diagnostic(text),
  })
  assert.deepEqual(verdict.flaws, [])
  assert.deepEqual(verdict.missed, [])
  assert.ok(verdict.strikes.size > 5, 'several steps were struck')
  assert.ok(verdict.pages >= 250)
})

test('people are sorted by what is measured, and those too near each other are not counted', () => {
  const person = (real: number, measured: number) => ({ name: '', real, measured, of: 100 })
  const rated = [person(0.5, 0.6), person(0.7, 0.5), person(0.9, 0.95), person(0.92, 0.9)]
  assert.deepEqual(sortedRight(rated, 0.1), { pairs: 5, right: 4 })
})
