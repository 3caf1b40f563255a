import { createPublicKey, type KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import { Refusal } from '#kernel'
import type { Tx } from '#platform/postgres'
import { type Commit, type SealedCommit, sealHolds } from './commit.ts'
import { commitsByTicket, type Entry, readStored } from './commit-files.ts'
import { nodeAnnounced } from './commits.ts'
import { advancePlanned, readPlan, stagePlan } from './plan.ts'
import { applyCommit, insertCommit, type RecordPowers } from './record-act.ts'
import { refusals } from './refusals.ts'
import { advanceStreams } from './streams.ts'
import type { RecordTables } from './tables.ts'

export const limits = { commits_a_transaction: 200 }

export type RebuildReport = {
  readonly applied: number
  /** Commit files that were never answered and take no part: a failed attempt leaves one. */
  readonly voided: readonly string[]
}

type Powers = Pick<RecordPowers, 'database' | 'store' | 'projections'>

/**
 * Empties every record and derived table and replays the store, oldest ticket first. Progress is told as
 * (done, all). Broken off, it must be run again: until then the database refuses to serve.
 */
export async function rebuild(
  powers: Powers,
  progress: (done: number, all: number) => void,
): Promise<RebuildReport> {
  const { order, voided: losers } = await commitsByTicket(powers.store)
  await powers.database.transaction(async (tx) => {
    await tx
      .tables<RecordTables>()
      .updateTable('desk.installation')
      .set({ rebuilding: true })
      .execute()
    await emptyTables(tx)
  })
  const voided = [...losers]
  for (let from = 0; from < order.length; from += limits.commits_a_transaction) {
    const some = order.slice(from, from + limits.commits_a_transaction)
    const lost = await powers.database.transaction((tx) => replaySome(powers, tx, some))
    voided.push(...lost)
    progress(Math.min(from + some.length, order.length), order.length)
  }
  await powers.database.transaction(finish)
  return { applied: order.length + losers.length - voided.length, voided }
}

async function emptyTables(tx: Tx): Promise<void> {
  const tables = await tx.execute<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('record', 'derived')`,
  )
  await tx.execute(`truncate ${tables.map(({ name }) => name).join(', ')}`)
}

async function replaySome(powers: Powers, tx: Tx, entries: readonly Entry[]): Promise<string[]> {
  const voided: string[] = []
  for (const { key } of entries) {
    const sealed = await readStored(powers.store, key)
    const adopted = await adopt(powers, tx, sealed)
    if (!adopted) voided.push(key)
  }
  return voided
}

/**
 * The one rule of start, takeover and rebuild: a commit counts if its seal is good, its id is new, its
 * streams stand exactly where it says, and its guards have not moved. Otherwise it was never answered.
 */
export async function adopt(powers: Powers, tx: Tx, sealed: SealedCommit): Promise<boolean> {
  const { commit } = sealed
  const key = await publicKey(tx, commit)
  if (key === null || !sealHolds(commit, key)) {
    throw new Refusal(refusals.store_damaged, {
      commit: sealed.sha256,
      flaw: 'its seal is not good',
    })
  }
  if (!(await isNew(tx, commit)) || !(await guardsStand(tx, commit))) return false
  const digest = Buffer.from(sealed.sha256, 'hex')
  if (Array.isArray(commit.streams)) {
    if (!(await placesStand(tx, commit.streams))) return false
    await insertCommit(tx, sealed)
    await advanceStreams(tx, commit.streams, digest)
  } else {
    const plan = commit.attached.find(({ name }) => name === 'plan')
    if (!plan || !(await stagePlan(tx, readPlan(powers.store, plan.sha256)))) return false
    await insertCommit(tx, sealed)
    await advancePlanned(tx, { count: commit.streams.count, commitSha256: digest })
  }
  await applyCommit(powers, tx, commit)
  return true
}

async function publicKey(tx: Tx, commit: Commit): Promise<KeyObject | null> {
  const announced = nodeAnnounced(commit)
  if (announced !== null) return createPublicKey(announced)
  const row = await tx
    .tables<RecordTables>()
    .selectFrom('record.node')
    .select('publicKey')
    .where('node', '=', commit.origin.node)
    .executeTakeFirst()
  return row ? createPublicKey(row.publicKey) : null
}

async function isNew(tx: Tx, commit: Commit): Promise<boolean> {
  const same = await tx
    .tables<RecordTables>()
    .selectFrom('record.commit')
    .select('id')
    .where('id', '=', commit.id)
    .executeTakeFirst()
  return same === undefined
}

async function guardsStand(tx: Tx, commit: Commit): Promise<boolean> {
  for (const { stream, version } of commit.guards) {
    const standing = await place(tx, stream)
    if (standing.version !== version) return false
  }
  return true
}

async function placesStand(
  tx: Tx,
  places: readonly { stream: string; version: number; previous: string | null }[],
): Promise<boolean> {
  for (const { stream, version, previous } of places) {
    const standing = await place(tx, stream)
    const head = standing.head === null ? null : `sha256:${standing.head.toString('hex')}`
    if (standing.version !== version - 1 || head !== previous) return false
  }
  return true
}

async function place(tx: Tx, stream: string) {
  const write = tx.tables<RecordTables>()
  await write
    .insertInto('record.stream')
    .values({ stream, version: 0, head: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return await write
    .selectFrom('record.stream')
    .selectAll()
    .where('stream', '=', stream)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

async function finish(tx: Tx): Promise<void> {
  await sql`select setval('record.ticket', coalesce((select max(ticket) from record.commit), 0) + 1)`.execute(
    tx.tables(),
  )
  await tx
    .tables<RecordTables>()
    .updateTable('desk.installation')
    .set({ rebuilding: false })
    .execute()
}
