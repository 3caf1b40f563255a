import { assert } from '#kernel'
import type { Tx } from '#platform/postgres'
import type { StreamName, StreamPlace } from './commit.ts'
import type { RecordTables } from './tables.ts'

export type Held = {
  readonly stream: string
  readonly version: number
  readonly head: Buffer | null
}

/**
 * Takes the streams an act changes (for update) and those it relies on (for share), each list in order,
 * and tells where they stand. Different streams never wait for each other.
 */
export async function holdStreams(
  tx: Tx,
  act: { streams: readonly StreamName[]; guards: readonly StreamName[] },
): Promise<{ streams: Held[]; guards: Held[] }> {
  const write = tx.tables<RecordTables>()
  const names = [...new Set([...act.streams, ...act.guards])].sort()
  if (names.length === 0) return { streams: [], guards: [] }
  await write
    .insertInto('record.stream')
    .values(names.map((stream) => ({ stream, version: 0, head: null })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const streams = await rowsOf(act.streams).forUpdate().execute()
  const guards = await rowsOf(act.guards).forShare().execute()
  assert(streams.length === new Set(act.streams).size, 'every stream of the act is held')
  return { streams, guards }

  function rowsOf(wanted: readonly StreamName[]) {
    return write
      .selectFrom('record.stream')
      .selectAll()
      .where('stream', 'in', wanted.length === 0 ? [''] : wanted)
      .orderBy('stream')
  }
}

/** The places that the next commit takes in the held streams. */
export function nextPlaces(held: readonly Held[]): StreamPlace[] {
  return held.map(({ stream, version, head }) => ({
    stream,
    version: version + 1,
    previous: head === null ? null : `sha256:${head.toString('hex')}`,
  }))
}

/** Moves each stream to the place that the commit names; the primary key refuses a second claimant. */
export async function advanceStreams(
  tx: Tx,
  places: readonly StreamPlace[],
  commitSha256: Buffer,
): Promise<void> {
  const write = tx.tables<RecordTables>()
  for (const { stream, version } of places) {
    await write
      .insertInto('record.streamVersion')
      .values({ stream, version, commitSha256 })
      .execute()
    const moved = await write
      .updateTable('record.stream')
      .set({ version, head: commitSha256 })
      .where('stream', '=', stream)
      .where('version', '=', version - 1)
      .executeTakeFirst()
    assert(moved.numUpdatedRows === 1n, `the stream ${stream} stood at ${version - 1}`)
  }
}
