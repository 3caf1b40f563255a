import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { ahead, assert, canonicalJson, Refusal } from '#kernel'
import { type BlobStore, blobKey } from '#platform/blobs'
import { bulkInsert, type Tx } from '#platform/postgres'
import { createTree, leafHash } from '#proof'
import type { Attachment } from './commit.ts'
import { linesOf } from './lines.ts'
import type { PlanLine, PlannedChange } from './plan-line.ts'
import { refusals } from './refusals.ts'

export const limits = { plan_bytes_max: 8 * 1024 ** 3, plan_page: 5_000 }

export type LaidPlan = { attachment: Attachment; count: number; root: string }

/**
 * Takes the streams of a bulk act and writes its plan blob. The decision read without holding them, so a
 * stream that moved since is `record.moved_meanwhile`, and the whole act decides again.
 */
export async function layPlan(
  tx: Tx,
  store: BlobStore,
  changes: AsyncIterable<PlannedChange>,
): Promise<LaidPlan> {
  await stageChanges(tx, changes)
  await holdStaged(tx)
  const tree = createTree()
  const fact = await store.put(planBytes(tx, tree), { bytes_max: limits.plan_bytes_max })
  const attachment = { name: 'plan', type: 'application/jsonl', ...fact }
  return { attachment, count: tree.size, root: tree.root().toString('hex') }
}

/**
 * Moves all `count` staged streams to the plan's commit, by sets. A new stream gets its row here and only here,
 * once: whoever made it meanwhile is waited for, and is then `record.moved_meanwhile`.
 */
export async function advancePlanned(
  tx: Tx,
  { count, commitSha256 }: { count: number; commitSha256: Buffer },
): Promise<void> {
  const began = await sql`insert into record.stream as s (stream, version, head)
    select stream, 1, ${commitSha256} from planned where seen = 0 order by stream
    on conflict (stream) do update set version = 1, head = excluded.head where s.version = 0
  `.execute(tx.tables())
  const moved = await sql`update record.stream s set version = seen + 1, head = ${commitSha256}
    from planned where planned.stream = s.stream and seen > 0 and s.version = seen
  `.execute(tx.tables())
  if (changed(began) + changed(moved) < count) throw new Refusal(refusals.moved_meanwhile)
  await sql`insert into record.stream_version (stream, version, commit_sha256)
    select stream, seen + 1, ${commitSha256} from planned order by stream`.execute(tx.tables())
}

function changed({ numAffectedRows = 0n }: { numAffectedRows?: bigint }): number {
  return Number(numAffectedRows)
}

/** Reads a stored plan back, line by line, in bounded memory. */
export async function* readPlan(store: BlobStore, sha256: string): AsyncIterable<PlanLine> {
  for await (const line of linesOf(store.stream(blobKey(sha256)))) {
    // A plan is written by `planBytes` alone and its digest stands in the sealed commit.
    yield JSON.parse(line) as PlanLine
  }
}

/** Stages a stored plan again (for a rebuild) and tells whether every line stands where its stream does. */
export async function stagePlan(tx: Tx, lines: AsyncIterable<PlanLine>): Promise<boolean> {
  await stageChanges(tx, seenOf(lines))
  return await stagedStand(tx)
}

async function* seenOf(lines: AsyncIterable<PlanLine>): AsyncIterable<PlannedChange> {
  for await (const { stream, version } of lines) {
    yield { stream: stream as PlannedChange['stream'], seen: version - 1, facts: null }
  }
}

async function stageChanges(tx: Tx, changes: AsyncIterable<PlannedChange>): Promise<void> {
  await sql`drop table if exists planned`.execute(tx.tables())
  await sql`create temporary table planned (
    stream text collate "C" primary key, seen integer not null, facts text not null
  ) on commit drop`.execute(tx.tables())
  const columns = { stream: 'text', seen: 'int4', facts: 'text' } as const
  await bulkInsert(tx, { table: 'planned', columns }, rowsOf(changes))
  await sql`analyze planned`.execute(tx.tables())
}

async function* rowsOf(
  changes: AsyncIterable<PlannedChange>,
): AsyncIterable<{ stream: string; seen: number; facts: string }> {
  let last = ''
  for await (const { stream, seen, facts } of changes) {
    assert(stream > last, 'a plan is in stream order, each stream once')
    last = stream
    yield { stream, seen, facts: canonicalJson(facts) }
  }
}

async function holdStaged(tx: Tx): Promise<void> {
  await sql`select count(*) from (select 1 from planned join record.stream s using (stream)
    where seen > 0 order by s.stream for update of s) held`.execute(tx.tables())
  if (!(await stagedStand(tx))) throw new Refusal(refusals.moved_meanwhile)
}

async function stagedStand(tx: Tx): Promise<boolean> {
  const moved = await sql<{ moved: boolean }>`select exists (select from planned
    left join record.stream s using (stream) where coalesce(s.version, 0) <> planned.seen) as moved
  `.execute(tx.tables())
  return moved.rows[0]?.moved === false
}

type Staged = { stream: string; seen: number; head: Buffer | null; facts: string }

async function* planBytes(tx: Tx, tree: ReturnType<typeof createTree>): AsyncIterable<Uint8Array> {
  for await (const page of ahead(stagedPages(tx))) {
    yield Buffer.from(page.map((row) => `${planLine(row, tree)}\n`).join(''))
  }
}

async function* stagedPages(tx: Tx): AsyncIterable<Staged[]> {
  for (let last = ''; ; ) {
    const { rows } = await sql<Staged>`select planned.stream, seen, head, facts from planned
      left join record.stream using (stream) where planned.stream > ${last}
      order by planned.stream limit ${limits.plan_page}`.execute(tx.tables())
    const tail = rows.at(-1)
    if (tail === undefined) return
    last = tail.stream
    yield rows
  }
}

function planLine(row: Staged, tree: ReturnType<typeof createTree>): string {
  const previous = row.head === null ? null : `sha256:${row.head.toString('hex')}`
  const salt = randomBytes(16).toString('base64url')
  // The facts are canonical already; keys stand in their sorted order.
  const line = `{"facts":${row.facts},"previous":${JSON.stringify(previous)},"salt":"${salt}","stream":${JSON.stringify(row.stream)},"version":${row.seen + 1}}`
  tree.append(leafHash(line))
  return line
}
