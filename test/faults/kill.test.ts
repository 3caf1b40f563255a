import assert from 'node:assert/strict'
import { test } from 'node:test'
import { killRun } from './kill-run.ts'

test('an office killed while it receives loses nothing it acknowledged and doubles nothing', {
  timeout: 400_000,
}, async (t) => {
  const verdict = await killRun({
    kills: 3,
    kill_ms_max: 30_000,
    files: 3,
    pagesPerFile: 3,
    seed: 'test',
    reading: false,
    say: (line) => t.diagnostic(line),
  })
  assert.deepEqual(verdict.flaws, [])
  assert.deepEqual(verdict.missed, [])
  assert.ok(verdict.hits > 0, 'a kill struck a running import')
})
