import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { Actor, assert, canonicalJson, type Id, Refusal } from '#kernel'
import type { BlobStore } from '#platform/blobs'
import { sha256 } from '#platform/digests'
import type { Database, ReadTables, Tx } from '#platform/postgres'
import {
  type Commit,
  type CommitDraft,
  commitKey,
  type NodeKey,
  readCommit,
  type SealedCommit,
  type StreamName,
  sealCommit,
} from './commit.ts'
import type { Applying, Fact, Projections } from './define-commits.ts'
import { advancePlanned, type LaidPlan, layPlan, readPlan } from './plan.ts'
import { refusals } from './refusals.ts'
import { advanceStreams, type Held, holdStreams, nextPlaces } from './streams.ts'
import type { RecordTables } from './tables.ts'

export const limits = { act_streams_max: 256, stale_attempts_max: 5 }

/** What a use case is about to do: its id (the key of repetition) and the streams it changes. */
export type Act = {
  readonly id: Id
  readonly streams: readonly StreamName[]
  /** Streams that the decision relies on without changing them. */
  readonly guards?: readonly StreamName[]
  /** What was asked. The same id with another input is refused as `record.id_taken`. */
  readonly input?: unknown
}

/** What follows from a commit; enqueued in the same transaction. */
export type React = (commit: Commit, tx: Tx) => Promise<void>

export type RecordPowers = {
  readonly database: Database
  readonly store: BlobStore
  readonly key: NodeKey
  readonly origin: { installation: string; node: string; release: string }
  readonly projections: Projections
  readonly react: React
}

export type CommitOf<F> = F extends Fact<infer Kind, infer Body> ? Commit<Kind, Body> : null

/**
 * Records one act, in the order that makes "saved" true: hold streams, decide, draw ticket and time, seal,
 * write log rows, apply, enqueue, put the commit file, COMMIT. A `decide` that gives null records nothing.
 * A repeated id finds its commit and answers the same.
 */
export async function recordAct<Tables, F extends Fact | null>(
  powers: RecordPowers,
  actor: Actor,
  { act, decide }: { act: Act; decide: (read: ReadTables<Tables>) => Promise<F> },
): Promise<CommitOf<F>> {
  const count = act.streams.length + (act.guards?.length ?? 0)
  if (count > limits.act_streams_max) throw new Refusal(refusals.too_many_streams, { count })
  // The commit was made from what `decide` gave, or is the earlier answer to the same act.
  return (await retryStale(() =>
    recordOnce(powers, actor, { act, decide: (tx) => decide(tx.tables<Tables>()) }),
  )) as CommitOf<F>
}

type Work = { act: Act; decide: (tx: Tx) => Promise<Fact | null> }

async function recordOnce(powers: RecordPowers, actor: Actor, work: Work): Promise<Commit | null> {
  const { act, decide } = work
  const settled = () => powers.database.transaction((tx) => findCommit(powers, tx, act.id))
  try {
    return await powers.database.transaction((tx) => attempt(tx), { settled })
  } catch (reason) {
    if (reason instanceof NothingToRecord) return null
    throw reason
  }

  async function attempt(tx: Tx): Promise<Commit> {
    const held = await holdStreams(tx, { streams: act.streams, guards: act.guards ?? [] })
    const earlier = await findCommit(powers, tx, act.id)
    if (earlier !== null) {
      await refuseOtherInput(tx, act)
      return earlier
    }
    const fact = await decide(tx)
    if (fact === null) throw new NothingToRecord()
    return await take(powers, tx, { act, actor, fact, held })
  }
}

/** Rolls the transaction back without being an error: the decision found nothing to change. */
class NothingToRecord extends Error {}

/** A bulk decision reads without holding its streams; when one moved meanwhile it decides again. */
async function retryStale<R>(attempt: () => Promise<R>): Promise<R> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (reason) {
      const stale = reason instanceof Refusal && reason.kind === refusals.moved_meanwhile
      if (!stale || tries >= limits.stale_attempts_max) throw reason
    }
  }
}

type Taking = {
  act: Act
  actor: Actor
  fact: Fact
  held: { streams: Held[]; guards: Held[] }
}

async function take(powers: RecordPowers, tx: Tx, taking: Taking): Promise<Commit> {
  const { act, fact, held } = taking
  const plan = fact.plan ? await layPlan(tx, powers.store, fact.plan) : null
  assert(plan === null || act.streams.length === 0, 'a bulk act names its streams in its plan only')
  assert(plan !== null || act.streams.length > 0, 'an act changes at least one stream')
  const sealed = sealCommit(await draftOf(powers, tx, { ...taking, plan }), powers.key)
  const digest = Buffer.from(sealed.sha256, 'hex')
  await insertCommit(tx, sealed)
  if (plan === null) await advanceStreams(tx, nextPlaces(held.streams), digest)
  else await advancePlanned(tx, { count: plan.count, commitSha256: digest })
  await applyCommit(powers, tx, sealed.commit)
  await powers.react(sealed.commit, tx)
  if (act.input !== undefined) {
    await tx
      .tables<RecordTables>()
      .insertInto('desk.actInput')
      .values({ id: act.id, inputSha256: inputDigest(act) })
      .execute()
  }
  await powers.store.write(commitKey(sealed.commit, sealed.sha256), Buffer.from(sealed.text))
  return sealed.commit
}

async function draftOf(
  powers: RecordPowers,
  tx: Tx,
  { act, actor, fact, held, plan }: Taking & { plan: LaidPlan | null },
): Promise<CommitDraft> {
  // Drawn while the streams are held and after the decision's reads: a cause has the lower ticket.
  const drawn = await sql<{ ticket: number; at: Date }>`
    select nextval('record.ticket') as ticket, clock_timestamp() as at`.execute(tx.tables())
  const { ticket, at } = drawn.rows[0] ?? assertDrawn()
  return {
    v: 1,
    id: act.id,
    kind: fact.kind,
    ticket,
    at: at.toISOString(),
    office: actor.office,
    // Only what an actor is goes under the seal, whatever the caller's object carries.
    actor: Actor.parse(actor),
    origin: powers.origin,
    streams:
      plan === null
        ? nextPlaces(held.streams)
        : { attached: 'plan', count: plan.count, root: plan.root },
    guards: held.guards.map(({ stream, version }) => ({ stream, version })),
    attached: [...(fact.attached ?? []), ...(plan === null ? [] : [plan.attachment])],
    body: fact.body,
    salt: randomBytes(16).toString('base64url'),
  }
}

function assertDrawn(): never {
  assert(false, 'a sequence gives a number')
}

/** Writes the commit's row; used by the living path, by recovery and by rebuild. */
export async function insertCommit(
  tx: Tx,
  { commit, sha256: digest }: SealedCommit,
): Promise<void> {
  const { id, kind, ticket, at, office, actor, streams } = commit
  await tx
    .tables<RecordTables>()
    .insertInto('record.commit')
    .values({
      sha256: Buffer.from(digest, 'hex'),
      id,
      kind,
      ticket,
      at: new Date(at),
      officeId: office,
      person: actor.person,
      personName: actor.name,
      role: actor.role,
      streams: Array.isArray(streams) ? streams.length : streams.count,
    })
    .execute()
}

/** Runs the projections of the commit's kind; an unknown kind is a bug, never skipped. */
export async function applyCommit(
  powers: Pick<RecordPowers, 'projections' | 'store'>,
  tx: Tx,
  commit: Commit,
): Promise<void> {
  const runs = powers.projections.get(commit.kind)
  assert(runs, `the kind ${commit.kind} has a projection`)
  const plan = commit.attached.find(({ name }) => name === 'plan')
  const applying: Applying = {
    ...commit,
    plan: () => (plan ? readPlan(powers.store, plan.sha256) : emptyPlan()),
  }
  for (const run of runs) await run(applying, tx)
}

async function* emptyPlan(): AsyncIterable<never> {}

async function findCommit(powers: RecordPowers, tx: Tx, id: Id): Promise<Commit | null> {
  const row = await tx
    .tables<RecordTables>()
    .selectFrom('record.commit')
    .select(['sha256', 'at'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  const digest = row.sha256.toString('hex')
  const bytes = await powers.store.read(commitKey({ at: row.at.toISOString() }, digest))
  assert(bytes !== null, 'a commit row without its file is impossible by order')
  const read = readCommit(bytes.toString('utf8'), digest)
  assert('commit' in read, 'a commit file is what was sealed')
  return read.commit
}

async function refuseOtherInput(tx: Tx, act: Act): Promise<void> {
  if (act.input === undefined) return
  const row = await tx
    .tables<RecordTables>()
    .selectFrom('desk.actInput')
    .select('inputSha256')
    .where('id', '=', act.id)
    .executeTakeFirst()
  // After a rebuild the inputs of old acts are unknown; their ids still find their commits.
  if (row !== undefined && !row.inputSha256.equals(inputDigest(act))) {
    throw new Refusal(refusals.id_taken, { id: act.id })
  }
}

function inputDigest(act: Act): Buffer {
  return Buffer.from(sha256(canonicalJson(act.input)), 'hex')
}
