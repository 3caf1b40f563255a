import type { Log } from '#platform/log'
import type { Configuration } from './configuration.ts'
import { sweepStores } from './foundation.ts'
import { buildServer, listen } from './http/server.ts'
import { type Office, openOffice } from './office.ts'
import { lockDataFolder } from './single-server.ts'

export type Serving = { readonly office: Office; readonly address: string; close(): Promise<void> }

/** Opens the office, becomes the one server of its data folder, and listens. */
export async function startServing(configuration: Configuration, log: Log): Promise<Serving> {
  const office = await openOffice(configuration, { log, workers: 'all' })
  try {
    const embedded = configuration.databaseUrl === undefined
    const lock = embedded ? await lockDataFolder(office.database, configuration.dataFolder) : null
    if (embedded) await sweepStores(configuration)
    const server = await buildServer(office)
    const address = await listen(server, configuration)
    return {
      office,
      address,
      async close() {
        await server.close()
        await lock?.release()
        await office.close()
      },
    }
  } catch (reason) {
    await office.close()
    throw reason
  }
}

/** Waits until the person stops the program. */
export async function untilStopped(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  await new Promise<void>((stop) => signal.addEventListener('abort', () => stop(), { once: true }))
}
