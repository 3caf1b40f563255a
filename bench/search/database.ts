import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Scope } from '#kernel'
import { connect, type Database, migrate, startEmbedded } from '#platform/postgres'
import type { Context } from '#record'

const migrations = join(import.meta.dirname, '../../migrations')

export type BenchDatabase = Database & AsyncDisposable & { serverPid: number }

/** The embedded database with every migration, in a folder that stays or in one that goes with it. */
export async function benchDatabase(keep?: string): Promise<BenchDatabase> {
  const dir = keep ?? (await mkdtemp(join(tmpdir(), 'faem-bench-')))
  const server = await startEmbedded({ dir })
  const database = connect(server.connection, { readers_max: 16 })
  const [kept] = await database.reader.execute<{ there: boolean }>(
    `select to_regclass('derived.name_seal') is not null as there`,
  )
  // A kept database stays as it was filled: migrations of others since then change nothing here.
  if (!kept?.there) await migrate(database, migrations)
  const pidFile = await readFile(join(dir, 'cluster/postmaster.pid'), 'utf8')
  return {
    ...database,
    serverPid: Number(pidFile.split('\n')[0]),
    async [Symbol.asyncDispose]() {
      await database.close()
      await server.stop()
      if (keep === undefined) await rm(dir, { recursive: true, force: true })
    },
  }
}

/**
 * Only decide() makes a Scope; a bench of the module states the one it measures. Search asks nothing else
 * of a context.
 */
export function contextFor(offices: readonly string[] | 'all'): Context {
  return { may: () => ({ offices }) as unknown as Scope } as unknown as Context
}
