import { ahead, assert, officeDate } from '#kernel'
import type { Tx } from '#platform/postgres'
import { defineProjection, type PlanLine } from '#record'
import { commits, RegisterFacts } from './commits.ts'
import { historyOf, rowsBefore } from './employer-history.ts'
import { type Imported, rowsOf, type Written, writeEmployers } from './write-employers.ts'

export const limits = { chunk_employers: 2_000 }

/** The only writer of the employers' record tables. */
export const projection = defineProjection(commits, {
  async 'employers.imported/1'(commit, write) {
    const dated = { ticket: commit.ticket, day: officeDate(new Date(commit.at)) }
    // The rows of the next chunk are made while the database writes this one.
    for await (const chunk of ahead(writtenChunks(write, commit.plan(), dated))) {
      await writeEmployers(write, chunk)
    }
  },
})

type Dated = { ticket: number; day: string }

async function* writtenChunks(
  read: Tx,
  plan: AsyncIterable<PlanLine>,
  dated: Dated,
): AsyncIterable<Written> {
  let chunk: PlanLine[] = []
  for await (const line of plan) {
    chunk.push(line)
    if (chunk.length < limits.chunk_employers) continue
    yield await writtenOf(read, chunk, dated)
    chunk = []
  }
  if (chunk.length > 0) yield await writtenOf(read, chunk, dated)
}

async function writtenOf(
  read: Tx,
  lines: readonly PlanLine[],
  { ticket, day }: Dated,
): Promise<Written> {
  // The first commit of a stream finds no rows: nobody else writes rows of an employer.
  const known = lines.filter(({ version }) => version > 1).map(({ stream }) => accountOf(stream))
  const before = await rowsBefore(read, known)
  const imported = lines.map((line): Imported => {
    const accountNo = accountOf(line.stream)
    const facts = RegisterFacts.parse(line.facts)
    return { accountNo, facts, history: historyOf(before.get(accountNo), facts, day) }
  })
  return { known, tables: rowsOf(imported, ticket) }
}

function accountOf(stream: string): string {
  assert(stream.startsWith('employer/'), 'a register changes employers only')
  return stream.slice('employer/'.length)
}
