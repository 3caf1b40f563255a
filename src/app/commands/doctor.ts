import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { availableParallelism, totalmem } from 'node:os'
import { join } from 'node:path'
import { consoleLog } from '#platform/log'
import { chooseEngine } from '#text-recognition'
import type { Configuration } from '../configuration.ts'
import { exitCodes } from '../exit-codes.ts'
import { layFoundation } from '../foundation.ts'
import { sentenceOf } from '../sentences.ts'
import type { Command } from './command.ts'

export const limits = { free_bytes_min: 5 * 1024 ** 3, memory_bytes_min: 3 * 1024 ** 3 }

type Finding = { what: string; state: 'good' | 'mend'; says: string }

/** Looks at machine, database, store and engine, and says what to mend. */
export const doctor: Command = {
  call: 'doctor',
  says: 'check this machine and installation, and say what to mend',
  async run({ configuration, options }) {
    const findings = [
      memory(),
      await room(configuration),
      webBundle(),
      await engine(),
      await foundation(configuration),
    ]
    if (options.json) process.stdout.write(`${JSON.stringify(findings)}\n`)
    else {
      const lines = findings.map(
        ({ what, state, says }) => `${state === 'good' ? '✔' : '✖'} ${what}: ${says}`,
      )
      process.stdout.write(`${lines.join('\n')}\n`)
    }
    return findings.some(({ state }) => state === 'mend') ? exitCodes.refused : exitCodes.done
  },
}

function memory(): Finding {
  const says = `${availableParallelism()} cores, ${Math.round(totalmem() / 1024 ** 3)} GiB of memory`
  const enough = totalmem() >= limits.memory_bytes_min
  return {
    what: 'machine',
    state: enough ? 'good' : 'mend',
    says: enough ? says : `${says}; 4 GiB are needed`,
  }
}

async function room({ dataFolder }: Configuration): Promise<Finding> {
  const at = existsSync(dataFolder) ? dataFolder : process.cwd()
  const { bavail, bsize } = await statfs(at)
  const free = bavail * bsize
  const says = `${Math.round(free / 1024 ** 3)} GiB free for ${dataFolder}`
  return { what: 'disk', state: free >= limits.free_bytes_min ? 'good' : 'mend', says }
}

function webBundle(): Finding {
  const built = existsSync(join(import.meta.dirname, '../../../web/dist/index.html'))
  return built
    ? { what: 'screens', state: 'good', says: 'built' }
    : { what: 'screens', state: 'mend', says: 'not built: npm run build' }
}

async function engine(): Promise<Finding> {
  const chosen = await chooseEngine({}).catch(sentenceOf)
  if (typeof chosen === 'string') return { what: 'text recognition', state: 'mend', says: chosen }
  const { name, version } = chosen
  await chosen.close()
  const says = `${name} ${version}`
  if (name.includes('js')) {
    const faster = 'the built-in one is slower: apt-get install tesseract-ocr tesseract-ocr-tha'
    return { what: 'text recognition', state: 'good', says: `${says}; ${faster}` }
  }
  return { what: 'text recognition', state: 'good', says }
}

async function foundation(configuration: Configuration): Promise<Finding> {
  try {
    const react = async () => undefined
    const laid = await layFoundation(configuration, { log: consoleLog, react })
    const says = `${laid.database.describe()}; store opens`
    await laid.close()
    return { what: 'database and store', state: 'good', says }
  } catch (reason) {
    return { what: 'database and store', state: 'mend', says: sentenceOf(reason) }
  }
}
