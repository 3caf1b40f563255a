import { assert, type Id } from '#kernel'
import { type CommitId, commitKey, type StreamName } from './commit.ts'
import type { Context } from './context.ts'
import type { RecordTables } from './tables.ts'

/** A commit as it is stored: its bytes as text, and the SHA-256 that names it. */
export type CommitText = { readonly sha256: string; readonly text: string }

/** Every commit of a stream, oldest first. No scope: the caller has decided who may see the stream. */
export async function commitsOfStream(context: Context, stream: StreamName): Promise<CommitText[]> {
  const rows = await context
    .read<RecordTables>()
    .selectFrom('record.streamVersion')
    .innerJoin('record.commit', 'record.commit.sha256', 'record.streamVersion.commitSha256')
    .select(['record.commit.sha256', 'record.commit.at'])
    .where('stream', '=', stream)
    .orderBy('version')
    .execute()
  return await Promise.all(rows.map((row) => textOf(context, row)))
}

/** The commits of these acts in the order asked; acts that are not recorded are left out. */
export async function commitsById(context: Context, ids: readonly Id[]): Promise<CommitText[]> {
  if (ids.length === 0) return []
  const rows = await context
    .read<RecordTables>()
    .selectFrom('record.commit')
    .select(['id', 'sha256', 'at'])
    .where('id', 'in', [...ids])
    .execute()
  const found = new Map<CommitId, (typeof rows)[number]>(rows.map((row) => [row.id, row]))
  const asked = ids.flatMap((id) => found.get(id) ?? [])
  return await Promise.all(asked.map((row) => textOf(context, row)))
}

/** The keys that seal commits, by node, as PEM. */
export async function nodeKeys(context: Context): Promise<Record<string, string>> {
  const rows = await context
    .read<RecordTables>()
    .selectFrom('record.node')
    .select(['node', 'publicKey'])
    .execute()
  return Object.fromEntries(rows.map(({ node, publicKey }) => [node, publicKey]))
}

async function textOf(context: Context, row: { sha256: Buffer; at: Date }): Promise<CommitText> {
  const sha256 = row.sha256.toString('hex')
  const bytes = await context.store.read(commitKey({ at: row.at.toISOString() }, sha256))
  assert(bytes !== null, 'a commit row without its file is impossible by order')
  return { sha256, text: bytes.toString('utf8') }
}
