import { Refusal } from '#kernel'
import { consoleLog } from '#platform/log'
import { rebuild, stateDigest, takeStoreOver } from '#record'
import { exitCodes } from '../exit-codes.ts'
import { layFoundation } from '../foundation.ts'
import { createProgressBar } from '../progress-bar.ts'
import { refillDerived } from '../refill-derived.ts'
import { refusals } from '../refusals.ts'
import { serverRuns } from '../single-server.ts'
import type { Command } from './command.ts'

/** Empties the database, replays the store, and prints the state digest. */
export const rebuildTables: Command = {
  call: 'rebuild',
  says: 'compute all tables again from the store and print the state digest',
  async run({ configuration, options }) {
    const react = async () => undefined
    const foundation = await layFoundation(configuration, { log: consoleLog, react })
    try {
      if (await serverRuns(foundation.database)) throw new Refusal(refusals.serving_now)
      const bar = createProgressBar(process.stderr, Date.now)
      const report = await rebuild(foundation.powers, (done, all) =>
        bar.show('replaying', done, all),
      )
      bar.end()
      await takeStoreOver(foundation.powers, foundation.powers.clock)
      const { digest, parts } = await stateDigest(foundation.database)
      const answer = { digest, applied: report.applied, voided: report.voided.length }
      process.stdout.write(
        options.json
          ? `${JSON.stringify({ ...answer, parts })}\n`
          : `${answer.applied} commits applied, ${answer.voided} void\nstate digest ${digest}\n`,
      )
    } finally {
      await foundation.close()
    }
    await refillDerived(configuration, consoleLog)
    return exitCodes.done
  },
}
