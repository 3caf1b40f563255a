import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { decide } from '#identity'
import type { Actor, Clock } from '#kernel'
import { systemClock } from '#kernel'
import { type BlobStore, openFolderStore, sweepUnfinished } from '#platform/blobs'
import type { Log } from '#platform/log'
import { type Database, migrate, openDatabase } from '#platform/postgres'
import {
  type Context,
  createContext,
  openNodeKey,
  type React,
  type RecordPowers,
  systemActor,
} from '#record'
import type { Configuration } from './configuration.ts'
import { projections } from './projections.ts'

export type Powers = RecordPowers & {
  readonly clock: Clock
  /** The office that runs this installation. */
  readonly home: string
}

/** The ground that every command stands on: database, stores, key. Nothing is served or worked on yet. */
export type Foundation = {
  readonly configuration: Configuration
  readonly log: Log
  readonly database: Database
  readonly store: BlobStore
  /** Views and readings: losing all of it costs time only. */
  readonly derived: BlobStore
  readonly powers: Powers
  /** The office's own machinery: the command line, the watched folder and the jobs act by it. */
  readonly context: Context
  close(): Promise<void>
}

const migrations = join(import.meta.dirname, '../../migrations')

export async function layFoundation(
  configuration: Configuration,
  { log, react }: { log: Log; react: React },
): Promise<Foundation> {
  const { dataFolder, databaseUrl, installation, node, release } = configuration
  await mkdir(dataFolder, { recursive: true, mode: 0o750 })
  const database = await openDatabase({
    url: databaseUrl,
    embeddedDir: join(dataFolder, 'postgres'),
    log: (message) => log.warn(message),
  })
  try {
    await migrate(database, migrations)
    const store = await openFolderStore(join(dataFolder, 'store'))
    const derived = await openFolderStore(join(dataFolder, 'derived'))
    const powers: Powers = {
      database,
      store,
      key: await openNodeKey(join(dataFolder, 'keys'), node),
      origin: { installation, node, release },
      projections,
      react,
      clock: systemClock,
      home: configuration.office,
    }
    const context = contextOf(powers, systemActor(configuration.office))
    return {
      configuration,
      log,
      database,
      store,
      derived,
      powers,
      context,
      close: () => database.close(),
    }
  } catch (reason) {
    await database.close()
    throw reason
  }
}

/** What a crash left half-written goes aside. Only by the one server of a data folder, at its start. */
export async function sweepStores(configuration: Configuration): Promise<number> {
  const { dataFolder } = configuration
  const quarantine = join(dataFolder, 'quarantine', new Date().toISOString().replaceAll(':', '-'))
  const swept = await sweepUnfinished(join(dataFolder, 'store'), join(quarantine, 'store'))
  return swept + (await sweepUnfinished(join(dataFolder, 'derived'), join(quarantine, 'derived')))
}

/** A context for this actor: what they may do is decided anew for each question. */
export function contextOf(powers: Powers, actor: Actor & { grants?: Grants }): Context {
  const { grants = [], ...plain } = actor
  return createContext(powers, plain, (action) => decide({ ...plain, grants }, action, powers.home))
}

type Grants = Parameters<typeof decide>[0]['grants']
