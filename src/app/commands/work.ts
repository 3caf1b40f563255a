import { setTimeout as delay } from 'node:timers/promises'
import { consoleLog } from '#platform/log'
import { progressAt } from '#text-recognition'
import type { Configuration } from '../configuration.ts'
import { exitCodes } from '../exit-codes.ts'
import { openOffice, type Workers } from '../office.ts'
import { createProgressBar } from '../progress-bar.ts'
import { hoursAt, readHours, type WorkingHours } from '../working-hours.ts'
import type { Command } from './command.ts'

export const limits = { progress_every_ms: 5_000 }

const readPage = 'text-recognition.read-page'

const kinds: Readonly<Record<string, string[]>> = {
  recognition: [readPage],
  intake: ['intake.examine-batch'],
  search: ['search.refill-employers', 'search.refill-pages'],
}

/** Further hands: jobs only, on any number of machines beside the server. */
export const work: Command = {
  call: 'work [--only recognition|intake|search] [--hours 19:00-06:30]',
  says: 'do the waiting work without serving',
  async run({ configuration, options, signal }) {
    const only = options.only === undefined ? 'all' : kinds[options.only]
    if (only === undefined) return exitCodes.usage
    const hours = readHours(options.hours ?? configuration.readingHours)
    while (!signal.aborted) await workOrRest(configuration, { workers: only, hours, signal })
    return exitCodes.done
  },
}

type Shift = { workers: Workers; hours: WorkingHours | null; signal: AbortSignal }

/** One stretch until the hours change: pages in work are given their end, the others wait in the queue. */
async function workOrRest(
  configuration: Configuration,
  { workers, hours, signal }: Shift,
): Promise<void> {
  const { open, changes_ms } = hoursAt(hours, new Date())
  const stop =
    changes_ms === null ? signal : AbortSignal.any([signal, AbortSignal.timeout(changes_ms)])
  if (!open) {
    consoleLog.say(`Resting until ${timeOf(new Date(Date.now() + (changes_ms ?? 0)))}.`)
    await delay(changes_ms ?? 0, undefined, { signal: stop }).catch(() => undefined)
    return
  }
  const office = await openOffice(configuration, { log: consoleLog, workers })
  try {
    consoleLog.say('Working. Stop with Ctrl-C.')
    const bar = createProgressBar(process.stderr, Date.now)
    let most = 0
    while (!stop.aborted) {
      const { waiting, pagesPerMinute, endsAt } = await progressAt(
        office.context.read(),
        new Date(),
      )
      most = Math.max(most, waiting)
      const end = endsAt === null ? '' : `, done about ${timeOf(new Date(endsAt))}`
      const doing = office.jobs.resting().includes(readPage)
        ? 'reading is paused'
        : `reading, ${pagesPerMinute} pages/min${end}`
      if (most > 0) bar.show(doing, most - waiting, most)
      if (waiting === 0) most = 0
      await delay(limits.progress_every_ms, undefined, { signal: stop }).catch(() => undefined)
    }
    bar.end()
  } finally {
    await office.close()
  }
}

function timeOf(at: Date): string {
  return at.toLocaleString('en-GB', {
    timeZone: 'Asia/Bangkok',
    hour: '2-digit',
    minute: '2-digit',
    day: '2-digit',
    month: 'short',
  })
}
