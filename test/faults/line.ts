/**
 * A seeded factory of sheets on the conversion line: people with known error rates, jams, aborted transactions,
 * power cuts and duplicate sends, on a real database and store; then looks for any page lost, doubled or in a
 * wrong state, and whether the record tells who works how well.
 * `npm run faults:line -- [--pages 10000] [--seed 1] [--sheets 150] [--rate 0.05] [--without-rebuild]`
 */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { lineRun } from './line/line-run.ts'

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    sheets: { type: 'string', default: '150' },
    rate: { type: 'string', default: '0.05' },
    'without-rebuild': { type: 'boolean', default: false },
  },
})
// Aborts and cuts are made by the run itself; a disk would only be waited for.
if (existsSync('/dev/shm')) process.env['TMPDIR'] = '/dev/shm'
console.log(`seed ${values.seed}, ${values.pages} pages`)
const { strikes, people, ...verdict } = await lineRun({
  pages: Number(values.pages),
  seed: values.seed,
  sheets: Number(values.sheets),
  rate: Number(values.rate),
  rebuilding: !values['without-rebuild'],
  say: (text) => console.log(text),
})
console.table(Object.fromEntries([...strikes].sort()))
console.table(people)
for (const flaw of [...verdict.flaws, ...verdict.missed].slice(0, 20)) console.log(`FLAW: ${flaw}`)
const { pairs, right } = verdict.sorted
const counts = { flaws: verdict.flaws.length, missed: verdict.missed.length }
const pages_s = Math.round(verdict.pages / verdict.seconds)
console.log(JSON.stringify({ ...verdict, ...counts, pages_s, sorted: right / pairs }))
process.exit(counts.flaws + counts.missed > 0 ? 1 : 0)
