/**
 * Kills readers at random moments while they read, and looks for pages lost or read twice.
 * `npm run faults:workers -- [--pages 2000] [--kills 100] [--workers 2] [--minutes 60] [--seed 1]`
 */
import { parseArgs } from 'node:util'
import { workersRun } from './workers-run.ts'

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '100' },
    workers: { type: 'string', default: '2' },
    minutes: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
  },
})
console.log(`seed ${values.seed}, ${values.kills} kills while ${values.pages} pages are read`)
const verdict = await workersRun({
  pages: Number(values.pages),
  kills: Number(values.kills),
  workers: Number(values.workers),
  life_ms_max: 3_000,
  kill_ms_max: Number(values.minutes) * 60_000,
  settle_ms_max: 60 * 60_000,
  seed: values.seed,
  say: (line) => console.log(line),
})
for (const flaw of [...verdict.flaws, ...verdict.missed]) console.log(`FLAW: ${flaw}`)
const { flaws, missed, ...counts } = verdict
console.log(JSON.stringify({ ...counts, flaws: flaws.length, missed: missed.length }))
process.exit(flaws.length + missed.length > 0 ? 1 : 0)
