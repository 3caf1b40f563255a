import { watchFolder } from '#intake'
import { consoleLog } from '#platform/log'
import { exitCodes } from '../exit-codes.ts'
import { startServing, untilStopped } from '../serving.ts'
import type { Command } from './command.ts'

export const limits = { watched_settle_ms: 4_000 }

/** The office's server: screens, work and search in one process. */
export const serve: Command = {
  call: 'serve [--port N] [--host A] [--watch DIR]',
  says: 'serve the office and do its work',
  async run({ configuration, options, signal }) {
    consoleLog.say(`Opening the office in ${configuration.dataFolder} …`)
    const serving = await startServing(configuration, consoleLog)
    const code = await serving.office.signIn.firstCode()
    // On standard output, for programs that start this one and wait for its address.
    process.stdout.write(`ready ${serving.address}\n`)
    consoleLog.say(`แฟ้มนายจ้างอิเล็กทรอนิกส์ · Faem is ready at ${serving.address}`)
    if (code !== null) consoleLog.say(`First sign-in: open that address and use the code ${code}`)
    consoleLog.say('Stop with Ctrl-C.')
    const watching = options.watch
      ? watchFolder(serving.office.context, {
          folder: options.watch,
          officeId: configuration.office,
          settle_ms: limits.watched_settle_ms,
          signal,
          log: consoleLog,
        })
      : Promise.resolve()
    await untilStopped(signal)
    consoleLog.say('Stopping …')
    await watching
    await serving.close()
    return exitCodes.done
  },
}
