import { basename, resolve } from 'node:path'
import { importRegister } from '#employers'
import { importScans } from '#intake'
import { Refusal } from '#kernel'
import { importPaperFiles } from '#paper-files'
import { consoleLog } from '#platform/log'
import { exitCodes } from '../exit-codes.ts'
import { type Office, openOffice } from '../office.ts'
import { createProgressBar } from '../progress-bar.ts'
import { refusals } from '../refusals.ts'
import { settleWork } from '../settle-work.ts'
import { serverRuns } from '../single-server.ts'
import type { Command, Invocation } from './command.ts'

/** Brings a register of employers, or a folder of scans, into the office. Repeating it doubles nothing. */
export const importInto: Command = {
  call: 'import employers|paper-files FILE.csv | scans DIR',
  says: 'bring in a register (--dry-run, --map ours=theirs), a list of paper files, or scans',
  async run(invocation) {
    const [what, source] = invocation.words
    const bring = bringers.get(what ?? '')
    if (source === undefined || bring === undefined) {
      throw new Refusal(refusals.command_unknown, { command: `import ${what ?? ''}` })
    }
    const { configuration } = invocation
    const office = await openOffice(configuration, { log: consoleLog, workers: 'none' })
    let code: number
    let worksAlone: boolean
    try {
      code = await bring(office, resolve(source), invocation)
      const embedded = configuration.databaseUrl === undefined
      worksAlone = embedded && !(await serverRuns(office.database))
    } finally {
      await office.close()
    }
    // Where no server works on this data folder, the command does the work that follows itself. Only after
    // the close: of two offices open in one process the first that closes stops the embedded database.
    if (worksAlone) await settleWork(configuration, { log: consoleLog, signal: invocation.signal })
    return code
  },
}

async function bringEmployers(office: Office, path: string, invocation: Invocation) {
  const { options, signal } = invocation
  const bar = createProgressBar(process.stderr, Date.now)
  const report = await importRegister(
    office.context,
    {
      source: path,
      sourceName: basename(path),
      ...mappingOf(options.map ?? []),
      dryRun: options['dry-run'] ?? false,
    },
    { progress: ({ phase, done, all }) => bar.show(phase, done, all), signal },
  )
  bar.end()
  say(options.json, report)
  return report.refused > 0 ? exitCodes.partly : exitCodes.done
}

async function bringScans(office: Office, path: string, invocation: Invocation) {
  const { options, configuration, signal } = invocation
  const bar = createProgressBar(process.stderr, Date.now)
  const report = await importScans(
    office.context,
    { folder: path, officeId: configuration.office },
    {
      progress: ({ done, all, batch }) => {
        bar.show('receiving', done, all)
        // One line an acknowledged batch: what stands on such a line survives any crash.
        if (options.json && batch) say(true, batch)
      },
      signal,
    },
  )
  bar.end()
  say(options.json, report)
  return report.refused.length > 0 ? exitCodes.partly : exitCodes.done
}

async function bringPaperFiles(office: Office, path: string, invocation: Invocation) {
  const { configuration, options } = invocation
  const report = await importPaperFiles(office.context, {
    source: path,
    sourceName: basename(path),
    officeId: configuration.office,
  })
  say(options.json, report)
  return report.refused > 0 ? exitCodes.partly : exitCodes.done
}

const bringers = new Map([
  ['employers', bringEmployers],
  ['scans', bringScans],
  ['paper-files', bringPaperFiles],
])

function mappingOf(pairs: readonly string[]): { mapping?: Record<string, string> } {
  if (pairs.length === 0) return {}
  const mapping = Object.fromEntries(
    pairs.map((pair) => {
      const [ours, ...theirs] = pair.split('=')
      if (!ours || theirs.length === 0) throw new Refusal(refusals.option_wrong, { map: pair })
      return [ours, theirs.join('=')]
    }),
  )
  return { mapping }
}

function say(json: boolean | undefined, report: unknown): void {
  process.stdout.write(`${json ? JSON.stringify(report) : JSON.stringify(report, null, 2)}\n`)
}
