import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, before, suite, test } from 'node:test'
import { writeRegister } from '#sample-office'
import { runFaem } from '../faults/office-process.ts'

const program = join(import.meta.dirname, '../../src/app/faem.ts')
const rows = 6_000

suite('The command line', () => {
  let folder = ''
  let words: string[] = []
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'faem-command-line-'))
    const path = join(folder, 'register.csv')
    await writeRegister({ path, rows, seed: 'command-line', encoding: 'utf-8' })
    words = ['import', 'employers', path, '--json', '--data', join(folder, 'office')]
  })
  after(() => rm(folder, { recursive: true, force: true }))

  test('an import stopped from the keyboard ends with 130, has recorded nothing, and can be repeated', async () => {
    const { DATABASE_URL: _, ...env } = process.env
    const child = spawn(process.execPath, [program, ...words], { env, stdio: 'pipe' })
    const ended = once(child, 'close')
    for await (const line of createInterface({ input: child.stderr })) {
      if (line.startsWith('reading')) child.kill('SIGINT')
    }
    assert.deepEqual(await ended, [130, null])

    const report = JSON.parse((await runFaem(words)).at(-1) ?? '')
    assert.deepEqual([report.rows, report.changed, report.refused], [rows, rows, 0])
  })
})
