/**
 * Kills the office at random moments while scans are brought in, and looks for anything lost or doubled.
 * `node test/faults/kill.ts [--kills 50] [--minutes 60] [--images 300] [--seed 1] [--without-reading]`
 */
import { parseArgs } from 'node:util'
import { killRun } from './kill-run.ts'

// An employer with eight pages has seven files, or fifteen where cover sheets stand between them.
const pagesPerFile = 8
const imagesPerFile = 8

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    minutes: { type: 'string', default: '60' },
    images: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    'without-reading': { type: 'boolean', default: false },
  },
})
console.log(`seed ${values.seed}, ${values.kills} kills in at most ${values.minutes} minutes`)
const verdict = await killRun({
  kills: Number(values.kills),
  kill_ms_max: Number(values.minutes) * 60_000,
  files: Math.max(4, Math.round(Number(values.images) / imagesPerFile)),
  pagesPerFile,
  seed: values.seed,
  reading: !values['without-reading'],
  say: (line) => console.log(line),
})
for (const flaw of [...verdict.flaws, ...verdict.missed]) console.log(`FLAW: ${flaw}`)
console.log(
  JSON.stringify({ ...verdict, flaws: verdict.flaws.length, missed: verdict.missed.length }),
)
process.exit(verdict.flaws.length + verdict.missed.length > 0 ? 1 : 0)
