import assert from 'node:assert/strict'
import { test } from 'node:test'
import { killRun } from './kill-run.ts'

test('an office killed while it receives loses nothing it acknowledged and doubles nothing', {
  timeout: 180_000,
}, async (t) => {
  const verdict = await killRun({
    kills: 2,
    kill_ms_max: 12_000,
    files: 2,
    seed: 'test',
    reading: false,
    say: (line) => t.diagnostic(line),
  })
  assert.deepEqual(verdict.flaws, [])
  assert.deepEqual(verdict.missed, [])
})
