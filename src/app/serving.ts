import type { Log } from '#platform/log'
import type { Configuration } from './configuration.ts'
import { type Foundation, sweepStores } from './foundation.ts'
import { buildServer, listen } from './http/server.ts'
import { type Office, openOffice } from './office.ts'
import { lockDataFolder, type ServerLock, whenStoresRest } from './single-server.ts'

export type Serving = { readonly office: Office; readonly address: string; close(): Promise<void> }

/** Opens the office as the one server of its data folder, and listens. */
export async function startServing(configuration: Configuration, log: Log): Promise<Serving> {
  const office = await openOffice(configuration, { log, workers: 'all', claim: becomeServer })
  try {
    const server = await buildServer(office)
    const address = await listen(server, configuration)
    return {
      office,
      address,
      async close() {
        await server.close()
        await office.close()
      },
    }
  } catch (reason) {
    await office.close()
    throw reason
  }
}

/** Before the server's own jobs write to the stores: what lies there unfinished is of a crash. */
async function becomeServer({ configuration, database }: Foundation): Promise<ServerLock> {
  if (configuration.databaseUrl !== undefined) return { release: async () => undefined }
  const lock = await lockDataFolder(database, configuration.dataFolder)
  await whenStoresRest(database, () => sweepStores(configuration))
  return lock
}

/** Waits until the person stops the program. */
export async function untilStopped(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  await new Promise<void>((stop) => signal.addEventListener('abort', () => stop(), { once: true }))
}
