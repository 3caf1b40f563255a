import { jsonb } from '#platform/postgres'
import type { Context } from '#record'
import { type Arrangement, keptPages } from './arrangement.ts'
import type { Write } from './store.ts'
import type { DeskRow, EditRow } from './tables.ts'

type Happening = {
  id: string
  batchId: string
  what: EditRow['what']
  actor: Context['actor']
  at: Date
}

/** Writes down what happened to an arrangement; false when this very thing is written already. */
export async function appendHappening(write: Write, happening: Happening): Promise<boolean> {
  const { id, batchId, what, actor, at } = happening
  const known = await write
    .selectFrom('desk.conversionEdit')
    .select('editId')
    .where('editId', '=', id)
    .executeTakeFirst()
  if (known !== undefined) return false
  const last = await write
    .selectFrom('desk.conversionEdit')
    .select(({ fn }) => fn.max<number | null>('seq').as('seq'))
    .where('batchId', '=', batchId)
    .executeTakeFirst()
  await write
    .insertInto('desk.conversionEdit')
    .values({
      ...{ editId: id, batchId, seq: Number(last?.seq ?? 0) + 1, at, undone: false },
      what: jsonb(what),
      person: actor.person,
      personName: actor.name,
    })
    .execute()
  return true
}

/** Keeps the arrangement as the desk's next version. The caller holds the desk row. */
export async function keepArrangement(
  write: Write,
  { desk, arrangement }: { desk: DeskRow; arrangement: Arrangement },
  { clock }: Pick<Context, 'clock'>,
): Promise<void> {
  const kept = arrangement.order.map((id) => keptPages(arrangement, id).length)
  await write
    .updateTable('desk.conversionBatch')
    .set({
      version: desk.version + 1,
      arrangement: jsonb(arrangement),
      documents: kept.filter((pages) => pages > 0).length,
      pages: kept.reduce((sum, pages) => sum + pages, 0),
      changedAt: clock.now(),
    })
    .where('batchId', '=', desk.batchId)
    .execute()
}
