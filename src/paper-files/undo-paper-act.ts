import { sql } from 'kysely'
import { type Id, Refusal } from '#kernel'
import type { ReadTables } from '#platform/postgres'
import type { Context } from '#record'
import type { ChangedPaper } from './change-paper-files.ts'
import { commits } from './commits.ts'
import { limits } from './contract.ts'
import { streamOf } from './paper-file.ts'
import { refusals } from './refusals.ts'
import type { PaperFilesTables, Standing } from './tables.ts'

/**
 * Puts the files of an act back to how they stood before it. Undoing is an act of its own; it is refused
 * when something else has happened to one of the files since.
 * @throws Refusal `paper-files.act_unknown`, `.stands_elsewhere`, `.act_of_line`
 */
export async function undoPaperAct(
  context: Context,
  { id, actId }: { id: Id; actId: Id },
): Promise<ChangedPaper> {
  const scope = context.may('paper-files.change')
  const paperFileIds = await filesOfAct(context.read<PaperFilesTables>(), actId)
  if (paperFileIds.length === 0) throw new Refusal(refusals.act_unknown, { actId })
  const act = { id, streams: paperFileIds.map(streamOf), input: { actId } }
  const commit = await context.record(act, async (read: ReadTables<PaperFilesTables>) => {
    const steps = await lastStepsOf(read, paperFileIds)
    const files = [...steps].map(([paperFileId, [last, before]]) => {
      const mine = scope.offices === 'all' || scope.offices.includes(last?.officeId ?? '')
      // The act that listed a file has nothing before it: a list is not undone.
      if (!mine || before === undefined) throw new Refusal(refusals.act_unknown, { actId })
      if (last?.lineBatch) throw new Refusal(refusals.act_of_line, { batch: last.lineBatch })
      if (last?.actId !== actId) throw new Refusal(refusals.stands_elsewhere, { paperFileId })
      return { paperFileId, after: standingOf(before) }
    })
    return commits.fact('paper-files.changed/1', { files, reason: null, undoes: actId })
  })
  return { actId: id, changed: commit.body.files.length }
}

async function filesOfAct(read: ReadTables<PaperFilesTables>, actId: Id): Promise<string[]> {
  const rows = await read
    .selectFrom('record.paperFileAct')
    .select('paperFileId')
    .where('actId', '=', actId)
    // A list of a whole office is more than one act may hold, and is not undone.
    .limit(limits.act_files_max)
    .execute()
  return rows.map(({ paperFileId }) => paperFileId)
}

type Step = PaperFilesTables['record.paperFileAct']

/** The last two steps of each file, the latest first. */
async function lastStepsOf(
  read: ReadTables<PaperFilesTables>,
  paperFileIds: readonly string[],
): Promise<Map<string, Step[]>> {
  const rows = await read
    .selectFrom((from) =>
      from
        .selectFrom('record.paperFileAct')
        .selectAll()
        .select(
          sql<number>`row_number() over (partition by paper_file_id order by ticket desc)`.as(
            'back',
          ),
        )
        .where('paperFileId', 'in', paperFileIds)
        .as('act'),
    )
    .selectAll()
    .where('back', '<=', 2)
    .orderBy('ticket', 'desc')
    .execute()
  const steps = new Map<string, Step[]>()
  for (const row of rows) {
    steps.set(row.paperFileId, [...(steps.get(row.paperFileId) ?? []), row])
  }
  return steps
}

function standingOf({ state, building, shelf, box, condition, lentTo, dueOn }: Step): Standing {
  return { state, building, shelf, box, condition, lentTo, dueOn }
}
