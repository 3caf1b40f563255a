import { type Id, Refusal } from '#kernel'
import type { Tx } from '#platform/postgres'
import type { Context } from '#record'
import { applyEdit, isImpossible } from './apply-edit.ts'
import { type Arrangement, turnedPages } from './arrangement.ts'
import { mustBeAtScanner } from './count-sheets.ts'
import { appendHappening, keepArrangement } from './desk-log.ts'
import type { Edit } from './edits.ts'
import { refusals } from './refusals.ts'
import { lastStandingEdit, replay } from './replay.ts'
import { batchFor, holdDesk, type Write } from './store.ts'
import type { BatchRow, ConversionTables, DeskRow, EditRow } from './tables.ts'

type Change = { readonly batchId: string; readonly id: Id; readonly version: number }

/** What follows when pages were turned: they are read again, upright. */
export type PagesTurned = (tx: Tx, pageIds: readonly string[]) => Promise<void>

/**
 * Makes one edit on the version that the person saw. The same id is the same edit; another version is
 * refused, so that two people never change the same batch past each other.
 */
export async function editBatch(
  context: Context,
  change: Change & { edit: Edit },
  onTurned: PagesTurned,
): Promise<void> {
  await changeDesk(context, { ...change, onTurned }, async ({ desk: { arrangement }, batch }) => {
    const { edit: asked } = change
    const edit = asked.kind === 'mended' ? { ...asked, round: batch.round } : asked
    const next = applyEdit(arrangement, edit)
    if (isImpossible(next)) {
      throw new Refusal(refusals.edit_impossible, { because: next.impossible })
    }
    return { what: edit, next }
  })
}

/** Takes back the last edit that stands, whoever made it. Taking back is written down too. */
export async function undoEdit(
  context: Context,
  change: Change,
  onTurned: PagesTurned,
): Promise<void> {
  await changeDesk(context, { ...change, onTurned }, async ({ batch: { batchId }, write }) => {
    const rows = await happeningsOf(write, batchId)
    const last = rows[lastStandingEdit(rows)]
    if (last === undefined) throw new Refusal(refusals.nothing_to_undo)
    last.undone = true
    await write
      .updateTable('desk.conversionEdit')
      .set({ undone: true })
      .where('editId', '=', last.editId)
      .execute()
    return { what: { kind: 'undo', of: last.editId }, next: replay(rows) }
  })
}

type Decided = { what: EditRow['what']; next: Arrangement }

async function changeDesk(
  context: Context,
  { batchId, id, version, onTurned }: Change & { onTurned: PagesTurned },
  decide: (held: { desk: DeskRow; batch: BatchRow; write: Write }) => Promise<Decided>,
): Promise<void> {
  const scope = context.may('conversion.scan')
  await context.desk<ConversionTables, void>(async (write, tx) => {
    const desk = await holdDesk(write, batchId)
    const batch = await batchFor(write, scope, batchId)
    if (await isKnown(write, id)) return
    mustBeAtScanner(batch)
    if (desk.version !== version) {
      throw new Refusal(refusals.moved_meanwhile, { version: desk.version })
    }
    const { what, next } = await decide({ desk, batch, write })
    const { actor, clock } = context
    await appendHappening(write, { id, batchId, what, actor, at: clock.now() })
    await keepArrangement(write, { desk, arrangement: next }, context)
    const turned = turnedPages(desk.arrangement, next)
    if (turned.length === 0) return
    await write
      .updateTable('derived.conversionPage')
      .set({ proposals: null })
      .where('pageId', 'in', turned)
      .execute()
    await onTurned(tx, turned)
  })
}

async function isKnown(write: Write, editId: string): Promise<boolean> {
  const row = await write
    .selectFrom('desk.conversionEdit')
    .select('editId')
    .where('editId', '=', editId)
    .executeTakeFirst()
  return row !== undefined
}

type StandingRow = Omit<EditRow, 'what'> & { what: Exclude<EditRow['what'], { kind: 'undo' }> }

async function happeningsOf(write: Write, batchId: string): Promise<StandingRow[]> {
  const rows = await write
    .selectFrom('desk.conversionEdit')
    .selectAll()
    .where('batchId', '=', batchId)
    .orderBy('seq')
    .execute()
  return rows.flatMap(({ what, ...row }) => (what.kind === 'undo' ? [] : [{ ...row, what }]))
}
