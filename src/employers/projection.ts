import { assert, officeDate } from '#kernel'
import type { Tx } from '#platform/postgres'
import { defineProjection, type PlanLine } from '#record'
import { commits, RegisterFacts } from './commits.ts'
import { historyOf, rowsBefore } from './employer-history.ts'
import { type Imported, writeEmployers } from './write-employers.ts'

export const limits = { chunk_employers: 5_000 }

/** The only writer of the employers' record tables. */
export const projection = defineProjection(commits, {
  async 'employers.imported/1'(commit, write) {
    const { ticket } = commit
    const day = officeDate(new Date(commit.at))
    let chunk: PlanLine[] = []
    for await (const line of commit.plan()) {
      chunk.push(line)
      if (chunk.length < limits.chunk_employers) continue
      await applyChunk(write, chunk, { ticket, day })
      chunk = []
    }
    if (chunk.length > 0) await applyChunk(write, chunk, { ticket, day })
  },
})

async function applyChunk(
  write: Tx,
  lines: readonly PlanLine[],
  { ticket, day }: { ticket: number; day: string },
): Promise<void> {
  // The first commit of a stream finds no rows: nobody else writes rows of an employer.
  const known = lines.filter(({ version }) => version > 1).map(({ stream }) => accountOf(stream))
  const before = await rowsBefore(write, known)
  const imported = lines.map((line): Imported => {
    const accountNo = accountOf(line.stream)
    const facts = RegisterFacts.parse(line.facts)
    return { accountNo, facts, history: historyOf(before.get(accountNo), facts, day) }
  })
  await writeEmployers(write, imported, { ticket, replaces: before.size > 0 })
}

function accountOf(stream: string): string {
  assert(stream.startsWith('employer/'), 'a register changes employers only')
  return stream.slice('employer/'.length)
}
