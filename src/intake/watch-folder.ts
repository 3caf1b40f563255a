import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Log } from '#platform/log'
import type { Context } from '#record'
import { importScans, stacksIn } from './import-scans.ts'

/**
 * Receives what a scanner puts into a folder, once the files have not changed for `settle_ms`. Sources stay
 * where they are; the same bytes are never received twice. Polling, so that network shares work too.
 */
export async function watchFolder(
  context: Context,
  watching: { folder: string; officeId: string; settle_ms: number; signal: AbortSignal; log: Log },
): Promise<void> {
  const { folder, officeId, settle_ms, signal, log } = watching
  let seen = ''
  let taken = ''
  while (!signal.aborted) {
    try {
      const now = await stateOf(folder)
      if (now === seen && now !== taken) {
        const progress = () => undefined
        const report = await importScans(
          context,
          { folder, officeId, source: 'watched-folder' },
          { progress, signal },
        )
        taken = now
        if (report.received > 0)
          log.say(`${report.received} scans came in from the watched folder.`)
      }
      seen = now
    } catch (reason) {
      if (signal.aborted) break
      // A folder on a network share comes and goes; the next look tries again.
      log.warn(`The watched folder could not be received: ${String(reason)}`)
    }
    await delay(settle_ms, undefined, { signal }).catch(() => undefined)
  }
}

/** Names, sizes and times of all files: equal twice means that the scanner is done. */
async function stateOf(folder: string): Promise<string> {
  const stacks = await stacksIn(folder)
  const files = stacks.flatMap((stack) => stack.files)
  const lines = await Promise.all(
    files.map(async (file) => {
      const { size, mtimeMs } = await stat(join(folder, file))
      return `${file} ${size} ${mtimeMs}`
    }),
  )
  return lines.join('\n')
}
