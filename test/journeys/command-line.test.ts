import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, before, suite, test } from 'node:test'
import { writeRegister } from '#sample-office'
import { runFaem } from '../faults/office-process.ts'

const program = join(import.meta.dirname, '../../src/app/faem.ts')
// So many that the import cannot be over before the signal arrives; so few that repeating costs little.
const rows = { stopped: 60_000, repeated: 200 }

suite('The command line', () => {
  let folder = ''
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'faem-command-line-'))
  })
  after(() => rm(folder, { recursive: true, force: true }))

  test('an import stopped from the keyboard ends with 130, has recorded nothing, and can be repeated', async () => {
    const whole = join(folder, 'whole.csv')
    await writeRegister({ path: whole, rows: rows.stopped, seed: 'stopped', encoding: 'utf-8' })
    const { DATABASE_URL: _, ...env } = process.env
    const child = spawn(process.execPath, [program, ...importing(whole)], { env, stdio: 'pipe' })
    const ended = once(child, 'close')
    for await (const line of createInterface({ input: child.stderr })) {
      if (line.startsWith('reading')) child.kill('SIGINT')
    }
    assert.deepEqual(await ended, [130, null])

    const lines = (await readFile(whole, 'utf8')).split('\n').slice(0, rows.repeated + 1)
    const start = join(folder, 'start.csv')
    await writeFile(start, lines.join('\n'))
    const report = JSON.parse((await runFaem(importing(start))).at(-1) ?? '')
    assert.deepEqual([report.rows, report.changed], [rows.repeated, rows.repeated])
  })

  function importing(path: string): string[] {
    return ['import', 'employers', path, '--json', '--data', join(folder, 'office')]
  }
})
