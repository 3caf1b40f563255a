import { type Id, Refusal } from '#kernel'
import { jsonb } from '#platform/postgres'
import type { Context } from '#record'
import { limits, type Verdict } from './contract.ts'
import { type CheckRow, heldCheck, refuseChecker } from './held-check.ts'
import { refusals } from './refusals.ts'
import { batchFor, type Read, type Write } from './store.ts'
import type { ConversionTables } from './tables.ts'

type VerdictRow = ConversionTables['desk.conversionVerdict']

export type Progress = { done: number; rejected: number; all: number; undoable: number }

export type JudgeInput = Verdict & { readonly id: Id; readonly documentId: string }

/** Judges one document of my check. A later verdict replaces an earlier one. */
export async function judgeDocument(
  context: Context,
  batchId: string,
  input: JudgeInput,
): Promise<Progress> {
  const { id, documentId, ...verdict } = input
  refuseUnreasoned(verdict)
  return await onMyCheck(context, batchId, async (write, check) => {
    if (!check.toLookAt.some((task) => task.documentId === documentId)) {
      throw new Refusal(refusals.document_unknown, { documentId })
    }
    const plain = verdict.verdict === 'accept' ? { ...verdict, reason: null, pageIds: [] } : verdict
    await note(context, write, { check, id, documentId, verdict: plain })
    return await progressOf(write, check)
  })
}

function refuseUnreasoned({ verdict, reason, note: words }: Verdict): void {
  if (verdict === 'accept') return
  if (reason === null || (reason === 'other' && words === '')) {
    throw new Refusal(refusals.reason_missing, { reason })
  }
}

/** Takes back my last verdict that stands, up to `undo_verdicts_max` in a row. */
export async function undoVerdict(
  context: Context,
  batchId: string,
  id: Id,
): Promise<Progress & { documentId: string }> {
  return await onMyCheck(context, batchId, async (write, check) => {
    const rows = await rowsOf(write, check)
    const repeated = rows.find(({ verdictId }) => verdictId === id)
    if (repeated !== undefined) {
      return { ...(await progressOf(write, check)), documentId: repeated.documentId }
    }
    const last = rows.findLast(({ undone }) => !undone)
    if (last === undefined || undoableOf(rows) === 0) throw new Refusal(refusals.nothing_to_undo)
    const { documentId, verdict } = last
    await write
      .updateTable('desk.conversionVerdict')
      .set({ undone: true })
      .where('verdictId', '=', last.verdictId)
      .execute()
    // The undo is written down as a verdict that does not stand, so that it is not made twice.
    await note(context, write, { check, id, documentId, verdict, undone: true })
    return { ...(await progressOf(write, check)), documentId }
  })
}

async function onMyCheck<Result>(
  context: Context,
  batchId: string,
  work: (write: Write, check: CheckRow) => Promise<Result>,
): Promise<Result> {
  const scope = context.may('conversion.check')
  return await context.desk<ConversionTables, Result>(async (write) => {
    const batch = await batchFor(write, scope, batchId)
    refuseChecker(batch, context.actor.person)
    const check = await heldCheck(write, batch)
    if (check === null) throw new Refusal(refusals.not_in_check, { batchId })
    if (check.person !== context.actor.person) {
      throw new Refusal(refusals.check_taken, { by: check.personName })
    }
    return await work(write, check)
  })
}

type Noting = {
  check: CheckRow
  id: Id
  documentId: string
  verdict: Verdict
  undone?: boolean
}

async function note(context: Context, write: Write, noting: Noting): Promise<void> {
  const { check, id, documentId, verdict, undone = false } = noting
  const { batchId, round } = check
  const rows = await rowsOf(write, check)
  if (rows.some(({ verdictId }) => verdictId === id)) return
  await write
    .insertInto('desk.conversionVerdict')
    .values({
      ...{ verdictId: id, batchId, round, documentId, undone },
      seq: (rows.at(-1)?.seq ?? 0) + 1,
      verdict: jsonb(verdict),
      person: context.actor.person,
      at: context.clock.now(),
    })
    .execute()
}

async function rowsOf(read: Read, { batchId, round }: CheckRow): Promise<VerdictRow[]> {
  return await read
    .selectFrom('desk.conversionVerdict')
    .selectAll()
    .where('batchId', '=', batchId)
    .where('round', '=', round)
    .orderBy('seq')
    .execute()
}

/** The verdict that stands for each document: the last one that was not taken back. */
export async function standingVerdicts(
  read: Read,
  check: CheckRow,
): Promise<Map<string, Verdict & { at: Date }>> {
  const rows = await rowsOf(read, check)
  const standing = rows.filter(({ undone }) => !undone)
  return new Map(standing.map(({ documentId, verdict, at }) => [documentId, { ...verdict, at }]))
}

export async function progressOf(read: Read, check: CheckRow): Promise<Progress> {
  const rows = await rowsOf(read, check)
  const verdicts = await standingVerdicts(read, check)
  const rejected = [...verdicts.values()].filter(({ verdict }) => verdict === 'reject').length
  const all = check.toLookAt.length
  return { done: verdicts.size, rejected, all, undoable: undoableOf(rows) }
}

/** How many verdicts may still be taken back: so many less for each that was taken back last. */
function undoableOf(rows: readonly VerdictRow[]): number {
  const standing = rows.filter(({ undone }) => !undone).length
  const lastMade = rows.findLastIndex(({ undone }) => !undone)
  // Each verdict taken back leaves two rows at the end: itself and the undo.
  const takenBack = Math.ceil((rows.length - 1 - lastMade) / 2)
  return Math.max(0, Math.min(limits.undo_verdicts_max - takenBack, standing))
}
