import { resolve } from 'node:path'
import { writeSampleOffice } from '#sample-office'
import { exitCodes } from '../exit-codes.ts'
import { createProgressBar } from '../progress-bar.ts'
import type { Command } from './command.ts'

/** Writes a made-up office: a register, scanned papers, and the truth about each page beside them. */
export const sample: Command = {
  call: 'sample DIR [--files N] [--seed N]',
  says: 'write the papers of invented employers, marked as samples',
  async run({ options, words }) {
    const [folder = 'sample-office'] = words
    const bar = createProgressBar(process.stderr, Date.now)
    const truth = await writeSampleOffice({
      folder: resolve(folder),
      files: Number(options.files ?? 12),
      seed: Number(options.seed ?? 1),
      progress: ({ pages }) => bar.show('printing and scanning', pages, null),
    })
    bar.end()
    const { pages, odd, employers } = truth
    const summary = {
      folder: resolve(folder),
      pages: pages.length,
      odd: odd.length,
      employers: employers.length,
    }
    process.stdout.write(`${JSON.stringify(summary)}\n`)
    return exitCodes.done
  },
}
