import { z } from 'zod'
import { jsonb, type Tx } from '#platform/postgres'
import type { Applying, Follower } from '#record'
import type { LineState } from './contract.ts'
import type { ReportingTables } from './tables.ts'

const Batch = z.object({ batchId: z.string() })
const Opened = Batch.extend({
  officeId: z.string(),
  number: z.string(),
  accountNo: z.string().nullable(),
})
const Sent = Batch.extend({
  round: z.int(),
  documents: z.array(z.object({ pages: z.array(z.unknown()) })),
})
const Judged = z.object({ verdict: z.enum(['accept', 'reject']), reason: z.string().nullable() })
const Checked = Batch.extend({
  result: z.enum(['accepted', 'returned']),
  verdicts: z.array(Judged),
})
const Returned = Batch.extend({ documents: z.array(z.object({ reason: z.string() })) })

type Step = {
  batchId: string
  state: LineState
  rejected?: number
  /** Documents that were looked at, when the step looked at some. */
  judged?: number
  reasons?: Record<string, number>
}

/** Notes each step of a batch in the step's own transaction; reads nothing but its own tables. */
export const lineFollower: Follower = {
  async 'conversion.opened/1'(commit, tx) {
    const { batchId, officeId, number, accountNo } = Opened.parse(commit.body)
    const since = new Date(commit.at)
    const counts = { round: 0, pages: 0, documents: 0 }
    await tx
      .tables<ReportingTables>()
      .insertInto('derived.lineBatch')
      .values({
        ...{ batchId, officeId, number, accountNo, state: 'scanning', since, ...counts },
        owner: commit.actor.name,
      })
      .execute()
    await noteEvent(commit, tx, { batchId, state: 'scanning' })
  },

  async 'conversion.sent/1'(commit, tx) {
    const { batchId, round, documents } = Sent.parse(commit.body)
    const pages = documents.reduce((sum, document) => sum + document.pages.length, 0)
    await tx
      .tables<ReportingTables>()
      .updateTable('derived.lineBatch')
      .set({ round, pages, documents: documents.length })
      .where('batchId', '=', batchId)
      .execute()
    await noteStep(commit, tx, { batchId, state: 'checking' })
  },

  async 'conversion.checked/1'(commit, tx) {
    const { batchId, result, verdicts } = Checked.parse(commit.body)
    const back = verdicts.filter(({ verdict }) => verdict === 'reject')
    await noteStep(commit, tx, {
      batchId,
      state: result === 'accepted' ? 'certifying' : 'returned',
      judged: verdicts.length,
      rejected: back.length,
      reasons: counted(back.map(({ reason }) => reason ?? 'other')),
    })
  },

  async 'conversion.returned/1'(commit, tx) {
    const { batchId, documents } = Returned.parse(commit.body)
    const reasons = counted(documents.map(({ reason }) => reason))
    await noteStep(commit, tx, { batchId, state: 'returned', rejected: documents.length, reasons })
  },

  async 'conversion.certified/1'(commit, tx) {
    const { batchId } = Batch.parse(commit.body)
    await noteStep(commit, tx, { batchId, state: 'certified' })
  },
}

function counted(reasons: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + 1
  return counts
}

async function noteStep(commit: Applying, tx: Tx, step: Step): Promise<void> {
  await tx
    .tables<ReportingTables>()
    .updateTable('derived.lineBatch')
    .set({ state: step.state, since: new Date(commit.at), owner: commit.actor.name })
    .where('batchId', '=', step.batchId)
    .execute()
  await noteEvent(commit, tx, step)
}

async function noteEvent(commit: Applying, tx: Tx, step: Step): Promise<void> {
  const tables = tx.tables<ReportingTables>()
  const { officeId, round, pages, documents } = await tables
    .selectFrom('derived.lineBatch')
    .select(['officeId', 'round', 'pages', 'documents'])
    .where('batchId', '=', step.batchId)
    .executeTakeFirstOrThrow()
  await tables
    .insertInto('derived.lineEvent')
    .values({
      ticket: commit.ticket,
      batchId: step.batchId,
      officeId,
      state: step.state,
      round,
      at: new Date(commit.at),
      person: commit.actor.person,
      pages,
      documents: step.judged ?? documents,
      rejected: step.rejected ?? 0,
      reasons: jsonb(step.reasons ?? {}),
    })
    .execute()
}
