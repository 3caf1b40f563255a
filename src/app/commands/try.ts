import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { importRegister } from '#employers'
import { seedSamplePeople } from '#identity'
import { importScans } from '#intake'
import { consoleLog } from '#platform/log'
import { writeSampleOffice } from '#sample-office'
import { exitCodes } from '../exit-codes.ts'
import type { Office } from '../office.ts'
import { createProgressBar } from '../progress-bar.ts'
import { deskSamples } from '../sample-desk.ts'
import { lineSamples } from '../sample-line.ts'
import { shelveSamples } from '../sample-paper.ts'
import { startServing, untilStopped } from '../serving.ts'
import type { Command } from './command.ts'

/** A sample office to look at: served at once, its papers filed while one watches. */
export const tryOut: Command = {
  call: 'try [--files N] [--port N]',
  says: 'serve a sample office with invented employers and people',
  async run({ configuration, options, signal }) {
    consoleLog.say(`Opening the sample office in ${configuration.dataFolder} …`)
    const serving = await startServing(configuration, consoleLog)
    const { office } = serving
    await seedSamplePeople(office.context, office.signIn, configuration.office)
    process.stdout.write(`ready ${serving.address}\n`)
    consoleLog.say(`แฟ้มนายจ้างอิเล็กทรอนิกส์ · open ${serving.address} and choose a sample person.`)
    try {
      await fileSamples(office, { files: Number(options.files ?? 12), signal })
      consoleLog.say('The papers are filed; reading goes on and the screens show how far it is.')
      consoleLog.say('Stop with Ctrl-C.')
      await untilStopped(signal)
    } finally {
      consoleLog.say('Stopping …')
      await serving.close()
    }
    return exitCodes.done
  },
}

/** Prints, scans and imports once; a later start finds the same bytes and doubles nothing. */
async function fileSamples(
  office: Office,
  { files, signal }: { files: number; signal: AbortSignal },
): Promise<void> {
  const { configuration, context } = office
  const folder = join(configuration.dataFolder, 'sample')
  const printed = join(folder, 'printed.json')
  const bar = createProgressBar(process.stderr, Date.now)
  if (!existsSync(printed)) {
    await writeSampleOffice({
      folder,
      files,
      seed: 1,
      progress: ({ pages }) => bar.show('printing and scanning sample papers', pages, null),
    })
    await writeFile(printed, JSON.stringify({ files }))
  }
  await importRegister(
    context,
    { source: join(folder, 'register.csv'), sourceName: 'register.csv' },
    { progress: ({ phase, done, all }) => bar.show(`register: ${phase}`, done, all), signal },
  )
  await shelveSamples(office, folder)
  await lineSamples(office, signal)
  await importScans(
    context,
    { folder: join(folder, 'papers'), officeId: configuration.office },
    { progress: ({ done, all }) => bar.show('receiving scans', done, all), signal },
  )
  bar.end()
  await deskSamples(office, signal)
}
