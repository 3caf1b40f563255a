import { z } from 'zod'
import type { Commit } from './commit.ts'
import { defineCommits, defineProjection } from './define-commits.ts'
import type { RecordTables } from './tables.ts'

export const commits = defineCommits({
  /** A node shows the key it seals with. The first commit of a node, sealed by that very key. */
  'record.node-announced/1': z.object({ node: z.string(), publicKey: z.string() }),
})

export const projection = defineProjection(commits, {
  async 'record.node-announced/1'({ body, at, ticket }, write) {
    await write
      .tables<RecordTables>()
      .insertInto('record.node')
      .values({ ...body, announcedAt: new Date(at), ticket })
      .execute()
  },
})

/** The key of a commit that announces a node; null for every other commit. */
export function nodeAnnounced(commit: Commit): string | null {
  if (commit.kind !== 'record.node-announced/1') return null
  return commits.schemas['record.node-announced/1'].parse(commit.body).publicKey
}
