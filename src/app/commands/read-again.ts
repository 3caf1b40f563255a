import { Refusal } from '#kernel'
import { consoleLog } from '#platform/log'
import { chooseEngine, readAgainJob, readingFolder } from '#text-recognition'
import { exitCodes } from '../exit-codes.ts'
import { openOffice } from '../office.ts'
import { refusals } from '../refusals.ts'
import type { Command } from './command.ts'

/**
 * Has pages read again whose reading is not by the engine and recipe of this machine. Workers do it when
 * nothing else waits; until a page is done, search keeps its old words.
 */
export const readAgain: Command = {
  call: 'read again [--engine-older-than 5.4] [--office CODE]',
  says: 'queue the pages whose reading another engine or recipe made',
  async run({ configuration, options, words }) {
    if (words[0] !== 'again') throw new Refusal(refusals.command_unknown, { command: 'read' })
    const engineOlderThan = options['engine-older-than'] ?? null
    if (engineOlderThan !== null && !/^\d+(?:\.\d+)*$/.test(engineOlderThan)) {
      throw new Refusal(refusals.option_wrong, { 'engine-older-than': engineOlderThan })
    }
    const engine = await chooseEngine()
    const wanted = readingFolder(engine)
    await engine.close()
    const campaign = { wanted, engineOlderThan, officeId: options.office ?? null, after: '' }
    const office = await openOffice(configuration, { log: consoleLog, workers: 'none' })
    try {
      await office.database.transaction((tx) =>
        office.jobs.enqueue(tx, readAgainJob, campaign, { singletonKey: wanted }),
      )
    } finally {
      await office.close()
    }
    process.stdout.write(
      `${options.json ? JSON.stringify(campaign) : `queued: all but ${wanted}`}\n`,
    )
    return exitCodes.done
  },
}
