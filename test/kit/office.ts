import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor, Clock, Scope } from '#kernel'
import { openFolderStore } from '#platform/blobs'
import {
  type Context,
  composeProjections,
  createContext,
  type Follower,
  openInstallation,
  openNodeKey,
  type Projection,
  type React,
  type RecordPowers,
  recordProjection,
} from '#record'
import { testDatabase } from './database.ts'

export type TestOffice = AsyncDisposable & {
  /** A clerk of Nakhon Sawan who may see every office, unless `scope` says else. */
  context: Context
  powers: RecordPowers & { clock: Clock }
  /** The same office for another person or scope. */
  contextFor(actor: Partial<Actor>, offices: Scope['offices']): Context
  folder: string
}

const clerk: Actor = {
  person: '016f7894-9100-7b0e-8a11-2d9f3c5e6b70',
  name: 'สมใจ ตัวอย่าง',
  office: '6000',
  role: 'registrar',
  assurance: 'password',
}

/** A whole office for one test: a fresh database, a folder store, a node key, and a context. */
export async function testOffice(parts: {
  projections: readonly Projection[]
  followers?: readonly Follower[]
  react?: React
}): Promise<TestOffice> {
  const fresh = await testDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'faem-office-'))
  const clock: Clock = { now: () => new Date() }
  const powers = {
    database: fresh.database,
    store: await openFolderStore(join(folder, 'store')),
    key: await openNodeKey(join(folder, 'keys'), 'test-node'),
    origin: { installation: 'faem.example/test', node: 'test-node', release: '0.0.0' },
    projections: composeProjections([recordProjection, ...parts.projections], parts.followers),
    react: parts.react ?? (async () => undefined),
    clock,
  }
  await openInstallation(powers, clock)
  // Only decide() makes a Scope; a test of a module below it states the scope it tests.
  const contextFor = (actor: Partial<Actor>, offices: Scope['offices']) =>
    createContext(powers, { ...clerk, ...actor }, () => ({ offices }) as unknown as Scope)
  return {
    context: contextFor({}, 'all'),
    powers,
    contextFor,
    folder,
    async [Symbol.asyncDispose]() {
      await fresh[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
