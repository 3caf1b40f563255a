import { createHash } from 'node:crypto'
import { assert, type Id, Refusal } from '#kernel'
import { type BlobStore, blobKey } from '#platform/blobs'
import { idOf } from '#platform/digests'
import { failureCode, type ReadTables } from '#platform/postgres'
import type { Context } from '#record'
import { commits, type ReceivedScan } from './commits.ts'
import { limits } from './contract.ts'
import { refusals } from './refusals.ts'
import type { IntakeTables } from './tables.ts'

export type ReceiveBatch = {
  readonly id: Id
  readonly label: string
  readonly source: 'folder' | 'upload' | 'watched-folder'
  readonly officeId?: string
  /** `line`: the conversion line arranges the pages; nothing is placed by itself. */
  readonly way?: 'direct' | 'line'
  readonly scans: readonly { name: string; sha256: string }[]
}

export type Received = { batchId: string; received: number; duplicates: number }

/** Keeps the bytes of one scan, durably, under the digest that the sender announced. */
export async function storeBlob(
  context: Context,
  sha256: string,
  source: AsyncIterable<Uint8Array>,
): Promise<{ sha256: string; bytes: number }> {
  context.may('intake.receive')
  const fact = await context.store.put(source, { sha256, bytes_max: limits.scan_bytes_max })
  return { sha256: fact.sha256, bytes: fact.bytes }
}

/** Which of these digests the store does not hold. */
export async function missingBlobs(
  context: Context,
  sha256s: readonly string[],
): Promise<string[]> {
  context.may('intake.receive')
  const missing = []
  for (const sha256 of sha256s) {
    if ((await context.store.size(blobKey(sha256))) === null) missing.push(sha256)
  }
  return missing
}

/**
 * Receives a stack whose bytes are stored: one commit names its scans in order. A scan whose bytes came
 * before is marked as a duplicate; a stack of nothing else is answered and not recorded.
 */
export async function receiveBatch(context: Context, batch: ReceiveBatch): Promise<Received> {
  const { id, label, source, way = 'direct', officeId = context.actor.office } = batch
  context.may('intake.receive')
  const facts = await factsOf(context.store, batch.scans)
  const act = { id, streams: [`batch/${id}`] as const, input: named(batch) }
  const known = await isKnown(context, id)
  const commit = await decidingAgain(() =>
    context.record(act, async (read: ReadTables<IntakeTables>) => {
      const scans = await withDuplicates(read, batch, facts)
      // On the line every side counts: two blank backs may be the same bytes.
      const nothingNew = scans.every(({ duplicateOf }) => duplicateOf !== null)
      if (nothingNew && way === 'direct') return null
      return commits.fact('intake.received/1', { batchId: id, officeId, label, source, way, scans })
    }),
  )
  const scans: readonly ReceivedScan[] = commit?.body.scans ?? []
  // A stack that stood already was received then; asked again, nothing is received.
  const received = known ? 0 : scans.filter(({ duplicateOf }) => duplicateOf === null).length
  return { batchId: id, received, duplicates: batch.scans.length - received }
}

/** What a stack is named by. A file renamed in its folder is the same paper. */
function named({ label, scans }: ReceiveBatch) {
  return { label, sha256s: scans.map(({ sha256 }) => sha256) }
}

async function isKnown(context: Context, batchId: Id): Promise<boolean> {
  const row = await context
    .read<IntakeTables>()
    .selectFrom('record.batch')
    .select('batchId')
    .where('batchId', '=', batchId)
    .executeTakeFirst()
  return row !== undefined
}

type StoredFact = { sha512: string; bytes: number }

/** Reads every stored scan back: what is received is what the store gives, not what was once sent. */
async function factsOf(
  store: BlobStore,
  scans: ReceiveBatch['scans'],
): Promise<Map<string, StoredFact>> {
  const facts = new Map<string, StoredFact>()
  const missing: string[] = []
  for (const { sha256 } of scans) {
    if (facts.has(sha256)) continue
    if ((await store.size(blobKey(sha256))) === null) missing.push(sha256)
    else facts.set(sha256, await readBack(store, sha256))
  }
  if (missing.length > 0) throw new Refusal(refusals.bytes_missing, { missing })
  return facts
}

async function readBack(store: BlobStore, sha256: string): Promise<StoredFact> {
  const digests = { sha256: createHash('sha256'), sha512: createHash('sha512') }
  let bytes = 0
  for await (const chunk of store.stream(blobKey(sha256))) {
    bytes += chunk.length
    digests.sha256.update(chunk)
    digests.sha512.update(chunk)
  }
  assert(digests.sha256.digest('hex') === sha256, 'stored bytes are the bytes they are named after')
  return { sha512: digests.sha512.digest('hex'), bytes }
}

async function withDuplicates(
  read: ReadTables<IntakeTables>,
  { id, scans }: ReceiveBatch,
  facts: ReadonlyMap<string, StoredFact>,
): Promise<ReceivedScan[]> {
  const digests = [...new Set(scans.map(({ sha256 }) => sha256))]
  const earlier = await read
    .selectFrom('record.scan')
    .select(['sha256', 'scanId'])
    .where('sha256', 'in', digests)
    .where('duplicateOf', 'is', null)
    .execute()
  const first = new Map(earlier.map(({ sha256, scanId }) => [sha256, scanId]))
  return scans.map(({ name, sha256 }, ordinal) => {
    const scanId = idOf('scan', id, String(ordinal), sha256)
    const duplicateOf = first.get(sha256) ?? null
    if (duplicateOf === null) first.set(sha256, scanId)
    const fact = facts.get(sha256)
    assert(fact, 'every scan was read back')
    return { scanId, ordinal, name, sha256, ...fact, duplicateOf }
  })
}

/** Two stacks with the same new bytes at once: the unique index refuses the second, which looks again. */
async function decidingAgain<R>(attempt: () => Promise<R>): Promise<R> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (reason) {
      if (failureCode(reason) !== '23505' || tries >= attempts_max) throw reason
    }
  }
}

const attempts_max = 5
