import { sql } from 'kysely'
import type { PlannedChange } from '#record'
import { ListedFacts } from './commits.ts'
import { streamOf } from './paper-file.ts'
import type { Read } from './store.ts'

export const limits = { page_files: 5_000 }

export type ListedChange = PlannedChange & { facts: ListedFacts }

type Listed = { paperFileId: string; facts: ListedFacts }

/** The files that are new or stand elsewhere than before, in stream order, each once. */
export async function listedChanges(read: Read, files: readonly Listed[]): Promise<ListedChange[]> {
  const changes: ListedChange[] = []
  for (let at = 0; at < files.length; at += limits.page_files) {
    const page = files.slice(at, at + limits.page_files)
    const before = await factsBefore(read, page)
    const versions = await versionsOf(read, page)
    for (const { paperFileId, facts } of page) {
      const stream = streamOf(paperFileId)
      const listed = ListedFacts.parse(facts)
      if (JSON.stringify(before.get(paperFileId)) === JSON.stringify(listed)) continue
      changes.push({ stream, seen: versions.get(stream) ?? 0, facts: listed })
    }
  }
  return changes.sort((one, other) => (one.stream < other.stream ? -1 : 1))
}

async function factsBefore(
  read: Read,
  files: readonly Listed[],
): Promise<Map<string, ListedFacts>> {
  const ids = files.map(({ paperFileId }) => paperFileId)
  const rows = await read
    .selectFrom('record.paperFile')
    .select(['paperFileId', 'accountNo', 'box', 'branchNo', 'building', 'condition', 'officeId'])
    .select(['shelf', 'volumeNo'])
    .where('paperFileId', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  return new Map(rows.map(({ paperFileId, ...facts }) => [paperFileId, ListedFacts.parse(facts)]))
}

async function versionsOf(read: Read, files: readonly Listed[]): Promise<Map<string, number>> {
  const streams = files.map(({ paperFileId }) => streamOf(paperFileId))
  const rows = await read
    .selectFrom('record.stream')
    .select(['stream', 'version'])
    .where('stream', '=', sql<string>`any(${streams}::text[])`)
    .execute()
  return new Map(rows.map(({ stream, version }) => [stream, version]))
}
