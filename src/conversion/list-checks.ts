import type { EmployersTables } from '#employers'
import { officeDate, Refusal } from '#kernel'
import type { ReadTables } from '#platform/postgres'
import type { Context } from '#record'
import { limits } from './contract.ts'
import { refuseChecker } from './held-check.ts'
import { withNames } from './list-batches.ts'
import { refusals } from './refusals.ts'
import { inScope, type Read } from './store.ts'
import type { BatchRow, ConversionTables } from './tables.ts'

/** The queue of the quality check, oldest first, with why I may not open one. */
export async function listChecks(
  context: Context,
  { officeId }: { officeId?: string | undefined },
) {
  const scope = context.may('conversion.check')
  const read: ReadTables<ConversionTables & EmployersTables> = context.read()
  let query = read
    .selectFrom('record.conversionBatch')
    .selectAll()
    .where('state', '=', 'checking')
    .orderBy('stateSince')
    .orderBy('batchId')
  if (scope.offices !== 'all') query = query.where('officeId', 'in', [...scope.offices, ''])
  if (officeId !== undefined) query = query.where('officeId', '=', officeId)
  const rows = await query.limit(limits.page_size_max).execute()
  const takers = await takersOf(read, rows)
  const me = context.actor.person
  const shown = await withNames(read, rows)
  const checks = rows.flatMap((row, at) => {
    const batch = shown[at]
    if (batch === undefined) return []
    const taker = takers.get(row.batchId)
    const mine = taker === me
    return [{ ...batch, mine, refused: mine ? null : refusedTo(row, { me, taker }) }]
  })
  const severities = await read
    .selectFrom('record.conversionSeverity')
    .select(['officeId', 'switching'])
    .orderBy('officeId')
    .execute()
  return {
    checks,
    severities: severities
      .filter((row) => inScope(scope, row.officeId))
      .map((row) => ({ officeId: row.officeId, severity: row.switching.severity })),
    judgedToday: await judgedToday(context, read),
  }
}

/** Who checks each of these batches in its present round. */
async function takersOf(read: Read, rows: readonly BatchRow[]): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map()
  const checks = await read
    .selectFrom('desk.conversionCheck')
    .select(['batchId', 'round', 'person'])
    .where(
      'batchId',
      'in',
      rows.map(({ batchId }) => batchId),
    )
    .execute()
  const rounds = new Map(rows.map(({ batchId, round }) => [batchId, round]))
  const present = checks.filter(({ batchId, round }) => rounds.get(batchId) === round)
  return new Map(present.map(({ batchId, person }) => [batchId, person]))
}

function refusedTo(row: BatchRow, { me, taker }: { me: string; taker: string | undefined }) {
  try {
    refuseChecker(row, me)
  } catch (reason) {
    if (reason instanceof Refusal) return reason.code
    throw reason
  }
  return taker === undefined ? null : refusals.check_taken.code
}

async function judgedToday(context: Context, read: Read): Promise<number> {
  const midnight = new Date(`${officeDate(context.clock.now())}T00:00:00+07:00`)
  const { person } = context.actor
  const finished = await read
    .selectFrom('record.conversionCheck')
    .select(({ fn }) => fn.sum<number | null>('documents').as('documents'))
    .where('person', '=', person)
    .where('checkedAt', '>=', midnight)
    .executeTakeFirst()
  const open = await read
    .selectFrom('desk.conversionVerdict')
    .select(({ fn }) => fn.countAll<number>().as('documents'))
    .where('person', '=', person)
    .where('at', '>=', midnight)
    .where('undone', '=', false)
    .executeTakeFirst()
  return Number(finished?.documents ?? 0) + Number(open?.documents ?? 0)
}

/** How many planted pages each checker caught. */
export async function listCheckers(context: Context) {
  const scope = context.may('conversion.measure')
  let query = context
    .read<ConversionTables>()
    .selectFrom('record.conversionCheck')
    .select('person')
    .select(({ fn }) => [
      fn.max('personName').as('name'),
      fn.sum<number>('documents').as('documents'),
      fn.sum<number>('rejected').as('rejected'),
      fn.sum<number>('planted').as('planted'),
      fn.sum<number>('caught').as('caught'),
    ])
    .groupBy('person')
    .orderBy('person')
  if (scope.offices !== 'all') query = query.where('officeId', 'in', [...scope.offices, ''])
  const rows = await query.execute()
  return {
    checkers: rows.map(({ person, name, documents, rejected, planted, caught }) => ({
      ...{ person, name },
      documents: Number(documents),
      rejected: Number(rejected),
      planted: Number(planted),
      caught: Number(caught),
    })),
  }
}
