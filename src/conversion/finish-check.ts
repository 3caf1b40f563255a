import { type Id, Refusal } from '#kernel'
import { idOf } from '#platform/digests'
import { jsonb } from '#platform/postgres'
import type { Context } from '#record'
import { commits, type JudgedDocument, type SentDocument } from './commits.ts'
import type { ReturnReason, Severity, Verdict } from './contract.ts'
import { type CheckTask, lotResult } from './draw-plan.ts'
import { type CheckRow, heldCheck, refuseChecker } from './held-check.ts'
import { refusals } from './refusals.ts'
import { afterLot } from './sampling/switching.ts'
import { samplingOf } from './sampling-choice.ts'
import { batchFor, type Read, sentDocuments, switchingOf } from './store.ts'
import type { BatchRow, ConversionTables } from './tables.ts'
import { standingVerdicts } from './verdicts.ts'

export type FinishedCheck = {
  result: 'accepted' | 'returned' | 'look-at-all'
  rejected: number
  severity: Severity
}

/**
 * Closes my check. A sample that failed opens every document of the batch instead; a batch with rejected
 * documents goes back to the scanner; otherwise it goes on to certification.
 */
export async function finishCheck(
  context: Context,
  { batchId, id }: { batchId: string; id: Id },
): Promise<FinishedCheck> {
  const scope = context.may('conversion.check')
  const widened = await lookAtAll(context, batchId)
  if (widened !== null) return widened
  const streamsOf = ({ officeId }: BatchRow) => [`batch/${batchId}`, `line/${officeId}`] as const
  const batch = await batchFor(context.read<ConversionTables>(), scope, batchId)
  const commit = await context.record(
    { id, streams: streamsOf(batch), input: { batchId } },
    async (read: Read) => {
      const standing = await batchFor(read, scope, batchId)
      refuseChecker(standing, context.actor.person)
      return commits.fact('conversion.checked/1', await decideCheck(read, context, standing))
    },
  )
  const { verdicts, result, switching } = commit.body
  await clearDesk(context, commit.body)
  const rejected = verdicts.filter(({ verdict }) => verdict === 'reject').length
  return { result, rejected, severity: switching.severity }
}

/** When the sample has failed: all other documents of the batch are to be looked at too. */
async function lookAtAll(context: Context, batchId: string): Promise<FinishedCheck | null> {
  const scope = context.may('conversion.check')
  return await context.desk<ConversionTables, FinishedCheck | null>(async (write) => {
    const batch = await batchFor(write, scope, batchId)
    const check = batch.state === 'checking' ? await heldCheck(write, batch) : null
    // Nothing open: the act itself finds that it is done already, or refuses.
    if (check === null || check.person !== context.actor.person) return null
    const { severity } = check.plan
    if (check.plan.fullBecause === 'sample-failed') {
      // Opened already, and its answer was lost or some are still to be looked at: the answer is the same.
      const verdicts = await standingVerdicts(write, check)
      const left = check.toLookAt.some(({ documentId }) => !verdicts.has(documentId))
      const rejected = [...verdicts.values()].filter(({ verdict }) => verdict === 'reject').length
      return left ? { result: 'look-at-all', rejected, severity } : null
    }
    const { rejected } = await judged(write, check)
    if (check.plan.fullBecause !== null || lotResult(check.plan, rejected)?.accepted !== false) {
      return null
    }
    const known = new Set(check.toLookAt.map(({ documentId }) => documentId))
    const rest = (await sentDocuments(write, batchId)).flatMap(({ documentId }): CheckTask[] =>
      known.has(documentId) ? [] : [{ documentId, why: 'rest' }],
    )
    await write
      .updateTable('desk.conversionCheck')
      .set({
        plan: jsonb({ ...check.plan, fullBecause: 'sample-failed' as const }),
        toLookAt: jsonb([...check.toLookAt, ...rest]),
      })
      .where('batchId', '=', batchId)
      .execute()
    return rest.length === 0 ? null : { result: 'look-at-all', rejected: rejected.size, severity }
  })
}

/** The verdicts of a check; refused while one is missing. Planted documents are no part of the batch. */
async function judged(read: Read, check: CheckRow) {
  const verdicts = await standingVerdicts(read, check)
  const missing = check.toLookAt.filter(({ documentId }) => !verdicts.has(documentId)).length
  if (missing > 0) throw new Refusal(refusals.check_unfinished, { missing })
  const planted = check.toLookAt.filter(({ why }) => why === 'planted')
  const rejects = ({ documentId }: CheckTask) => verdicts.get(documentId)?.verdict === 'reject'
  const real = check.toLookAt.filter(({ why }) => why !== 'planted')
  return {
    verdicts,
    real,
    rejected: new Set(real.filter(rejects).map(({ documentId }) => documentId)),
    planted: planted.length,
    caught: planted.filter(rejects).length,
  }
}

async function decideCheck(read: Read, { actor }: Context, batch: BatchRow) {
  const { batchId, officeId, round } = batch
  const check = await read
    .selectFrom('desk.conversionCheck')
    .selectAll()
    .where('batchId', '=', batchId)
    .where('round', '=', round)
    .forUpdate()
    .executeTakeFirst()
  if (check === undefined) throw new Refusal(refusals.not_in_check, { batchId })
  if (check.person !== actor.person) {
    throw new Refusal(refusals.check_taken, { by: check.personName })
  }
  const { verdicts, real, rejected, planted, caught } = await judged(read, check)
  const { seed, sampled, ...plan } = check.plan
  const lot = lotResult(check.plan, rejected)
  const switching = await switchingOf(read, officeId)
  const { choice } = await samplingOf(read, officeId)
  const by = { person: actor.person, name: actor.name }
  return {
    ...{ batchId, officeId, round, plan, seed, planted, caught },
    sampled: [...sampled],
    verdicts: real.map(({ documentId }) => judgedDocument(documentId, by, verdicts)),
    lot: lot === null ? null : lot.accepted ? ('accepted' as const) : ('rejected' as const),
    switching: lot === null ? switching : afterLot(switching, lot, choice),
    result: rejected.size === 0 ? ('accepted' as const) : ('returned' as const),
  }
}

function judgedDocument(
  documentId: string,
  by: JudgedDocument['by'],
  verdicts: ReadonlyMap<string, Verdict & { at: Date }>,
): JudgedDocument {
  const { at, ...verdict } = verdicts.get(documentId) ?? {
    ...({ verdict: 'accept', reason: null, note: '', pageIds: [], at: new Date(0) } as const),
  }
  return { documentId, ...verdict, pageIds: [...verdict.pageIds], by, at: at.toISOString() }
}

/** Reasons that a page shows by itself, without the paper or its neighbours. */
const plantable: readonly ReturnReason[] = ['unreadable', 'skewed-or-turned', 'cropped-or-folded']

type Checked = {
  batchId: string
  officeId: string
  round: number
  verdicts: readonly JudgedDocument[]
}

/** The desk of the check is empty again; pages rejected for how they look are known-bad from here on. */
async function clearDesk(
  context: Context,
  { batchId, officeId, round, verdicts }: Checked,
): Promise<void> {
  const bad = verdicts.filter(({ reason }) => reason !== null && plantable.includes(reason))
  const documents = new Map(
    (await sentDocuments(context.read<ConversionTables>(), batchId)).map((row) => [
      row.documentId,
      row.facts,
    ]),
  )
  await context.desk<ConversionTables, void>(async (write) => {
    for (const { documentId, reason, pageIds } of bad) {
      const facts = documents.get(documentId)
      const known = facts === undefined ? null : knownBad(facts, pageIds)
      if (known === null) continue
      const row = { officeId, facts: jsonb(known), reason: reason ?? 'other' }
      await write
        .insertInto('desk.conversionPlanted')
        .values({ ...row, documentId: known.documentId, addedAt: context.clock.now() })
        .onConflict((conflict) => conflict.column('documentId').doNothing())
        .execute()
    }
    await write
      .deleteFrom('desk.conversionVerdict')
      .where('batchId', '=', batchId)
      .where('round', '=', round)
      .execute()
    await write
      .deleteFrom('desk.conversionCheck')
      .where('batchId', '=', batchId)
      .where('round', '=', round)
      .execute()
  })
}

function knownBad(facts: SentDocument, pageIds: readonly string[]): SentDocument | null {
  const pages = facts.pages.filter(({ pageId }) => pageIds.includes(pageId))
  if (pages.length === 0) return null
  const documentId = idOf('conversion.planted', ...pages.map(({ pageId }) => pageId))
  return { ...facts, documentId, pages }
}
