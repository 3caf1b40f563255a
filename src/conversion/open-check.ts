import { newId, Refusal } from '#kernel'
import { sha256 } from '#platform/digests'
import { jsonb } from '#platform/postgres'
import type { Context } from '#record'
import type { OpenCheck } from './contract.ts'
import { type CheckTask, drawPlan, type LotDocument, tasksOf } from './draw-plan.ts'
import { type CheckRow, heldCheck, refuseChecker } from './held-check.ts'
import { refusals } from './refusals.ts'
import { samplingOf } from './sampling-choice.ts'
import { batchFor, type Read, sentDocuments, switchingOf, type Write } from './store.ts'
import type { BatchRow, ConversionTables } from './tables.ts'
import { viewCheck } from './view-check.ts'

export const limits = { check_idle_ms: 12 * 3_600_000 }

/**
 * Takes a batch to check, or goes on with it: one checker at a time, and nobody who scanned it. A batch
 * that its checker has left for half a day is anybody's again, and looked at from the beginning.
 * @throws Refusal `conversion.not_in_check`, `own_scans`, `check_taken`
 */
export async function openCheck(context: Context, batchId: string): Promise<OpenCheck> {
  const scope = context.may('conversion.check')
  const batch = await batchFor(context.read<ConversionTables>(), scope, batchId)
  refuseChecker(batch, context.actor.person)
  const check = await context.desk<ConversionTables, CheckRow>(async (write) => {
    const row = await heldCheck(write, batch)
    if (row === null) return await takeCheck(context, write, batch)
    if (row.person === context.actor.person) return row
    if (!(await isIdle(write, row, context.clock.now()))) {
      throw new Refusal(refusals.check_taken, { by: row.personName })
    }
    await dropCheck(write, row)
    return await takeCheck(context, write, batch)
  })
  return await viewCheck(context.read(), batch, check)
}

/** Whether its checker has done nothing for so long that another may take the batch. */
async function isIdle(read: Read, check: CheckRow, now: Date): Promise<boolean> {
  const last = await read
    .selectFrom('desk.conversionVerdict')
    .select(({ fn }) => fn.max<Date | null>('at').as('at'))
    .where('batchId', '=', check.batchId)
    .where('round', '=', check.round)
    .executeTakeFirst()
  const since = last?.at ?? check.openedAt
  return now.getTime() - since.getTime() > limits.check_idle_ms
}

async function dropCheck(write: Write, { batchId, round }: CheckRow): Promise<void> {
  await write
    .deleteFrom('desk.conversionVerdict')
    .where('batchId', '=', batchId)
    .where('round', '=', round)
    .execute()
  await write.deleteFrom('desk.conversionCheck').where('batchId', '=', batchId).execute()
}

async function takeCheck(context: Context, write: Write, batch: BatchRow): Promise<CheckRow> {
  const { batchId, officeId, round } = batch
  const { choice: policy } = await samplingOf(write, officeId)
  const documents = (await sentDocuments(write, batchId)).map(
    ({ documentId, facts, verdict }): LotDocument => ({
      documentId,
      type: facts.type,
      accepted: verdict === 'accept',
    }),
  )
  const switching = await switchingOf(write, officeId)
  const seed = newId(context.clock.now())
  const plan = drawPlan({ documents, round, switching, policy, seed })
  const tasks = tasksOf(plan, documents, policy.mandatoryTypes)
  const row: CheckRow = {
    ...{ batchId, round, officeId, plan },
    person: context.actor.person,
    personName: context.actor.name,
    openedAt: context.clock.now(),
    toLookAt: await withPlanted(write, { officeId, tasks, seed, each: policy.plantedEach }),
  }
  const values = { ...row, plan: jsonb(plan), toLookAt: jsonb(row.toLookAt) }
  // Two who take it in one moment: the second waits for the first and then finds it taken.
  const written = await write
    .insertInto('desk.conversionCheck')
    .values(values)
    .onConflict((conflict) =>
      conflict
        .column('batchId')
        .doUpdateSet(values)
        .where('desk.conversionCheck.round', '<', round),
    )
    .returning('batchId')
    .executeTakeFirst()
  if (written === undefined) throw new Refusal(refusals.check_taken, { by: '' })
  return row
}

type Planting = { officeId: string; tasks: readonly CheckTask[]; seed: string; each: number }

/** Mixes known-bad documents in, at places that the seed draws. Nothing on the screen tells them apart. */
async function withPlanted(
  write: Write,
  { officeId, tasks, seed, each }: Planting,
): Promise<CheckTask[]> {
  const wanted = each === 0 ? 0 : Math.floor(tasks.length / each)
  const pool = await write
    .selectFrom('desk.conversionPlanted')
    .select('documentId')
    .where('officeId', '=', officeId)
    .orderBy('documentId')
    .limit(planted_pool_max)
    .execute()
  const key = (documentId: string) => sha256(`${seed} ${documentId}`)
  const chosen = pool
    .map(({ documentId }) => documentId)
    .sort((one, other) => (key(one) < key(other) ? -1 : 1))
    .slice(0, wanted)
  const mixed = [...tasks]
  for (const documentId of chosen) {
    const at = Number.parseInt(key(documentId).slice(0, 8), 16) % (mixed.length + 1)
    mixed.splice(at, 0, { documentId, why: 'planted' })
  }
  return mixed
}

const planted_pool_max = 1_000
