import { consoleLog } from '#platform/log'
import { exitCodes } from '../exit-codes.ts'
import { openOffice } from '../office.ts'
import { untilStopped } from '../serving.ts'
import type { Command } from './command.ts'

const kinds: Readonly<Record<string, string[]>> = {
  recognition: ['text-recognition.read-page'],
  intake: ['intake.examine-batch'],
  search: ['search.refill-employers', 'search.refill-pages'],
}

/** Further hands: jobs only, on any number of processes beside the server. */
export const work: Command = {
  call: 'work [--only recognition|intake|search]',
  says: 'do the waiting work without serving',
  async run({ configuration, options, signal }) {
    const only = options.only === undefined ? 'all' : kinds[options.only]
    if (only === undefined) return exitCodes.usage
    const office = await openOffice(configuration, { log: consoleLog, workers: only })
    consoleLog.say('Working. Stop with Ctrl-C.')
    await untilStopped(signal)
    await office.close()
    return exitCodes.done
  },
}
