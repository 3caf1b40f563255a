import { assert } from '#kernel'
import type { Tx } from '#platform/postgres'
import { type Applying, defineProjection, type PlanLine } from '#record'
import { commits, ListedFacts } from './commits.ts'
import {
  type ActFacts,
  insertExpected,
  type ListedFile,
  moveListed,
  noteAct,
  writeStandings,
} from './write-paper-files.ts'

export const limits = { chunk_files: 2_000 }

/** The only writer of the paper files' record tables. */
export const projection = defineProjection(commits, {
  async 'paper-files.listed/1'(commit, write) {
    const act = actOf(commit, { reason: null, undoes: null })
    let chunk: PlanLine[] = []
    for await (const line of commit.plan()) {
      chunk.push(line)
      if (chunk.length < limits.chunk_files) continue
      await applyListed(write, chunk, act)
      chunk = []
    }
    if (chunk.length > 0) await applyListed(write, chunk, act)
  },

  async 'paper-files.changed/1'(commit, write) {
    const { files, reason, undoes } = commit.body
    const act = actOf(commit, { reason, undoes })
    await writeStandings(write, files, act)
    await noteAct(
      write,
      files.map(({ paperFileId }) => paperFileId),
      act,
    )
  },
})

function actOf(
  { id, ticket, at, actor }: Pick<Applying, 'id' | 'ticket' | 'at' | 'actor'>,
  told: Pick<ActFacts, 'reason' | 'undoes'>,
): ActFacts {
  return { ticket, actId: id, at: new Date(at), by: actor.name, lineBatch: null, ...told }
}

async function applyListed(write: Tx, lines: readonly PlanLine[], act: ActFacts): Promise<void> {
  // The first commit of a stream finds no row: nobody else writes rows of a paper file.
  const [fresh, known] = [lines.filter(isFirst), lines.filter((line) => !isFirst(line))]
  await insertExpected(write, fresh.map(listedOf), act)
  await moveListed(write, known.map(listedOf), act)
  await noteAct(
    write,
    lines.map((line) => listedOf(line).paperFileId),
    act,
  )
}

function isFirst({ version }: PlanLine): boolean {
  return version === 1
}

function listedOf({ stream, facts }: PlanLine): ListedFile {
  assert(stream.startsWith('paper-file/'), 'a list changes paper files only')
  return { paperFileId: stream.slice('paper-file/'.length), facts: ListedFacts.parse(facts) }
}
