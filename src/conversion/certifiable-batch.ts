import { type Id, Refusal, type Scope } from '#kernel'
import { paperFileStream } from '#paper-files'
import type { Context } from '#record'
import { commits, type SentCount, type SentDocument } from './commits.ts'
import type { CheckPlan, Person, ReturnReason } from './contract.ts'
import { refusals } from './refusals.ts'
import { batchFor, type Read, sentDocuments } from './store.ts'
import type { BatchRow, ConversionTables } from './tables.ts'

export const limits = { to_certify_max: 200 }

/** A checked batch with everything that a certification states: what, by whom, counted and checked how. */
export type CertifiableBatch = {
  readonly batchId: string
  readonly number: string
  readonly officeId: string
  readonly certified: boolean
  readonly round: number
  readonly profile: string
  readonly count: SentCount
  /** Everybody who scanned or arranged it, and everybody who judged one of its documents. */
  readonly converters: readonly Person[]
  readonly checkers: readonly Person[]
  /** The plan of each round, in order. */
  readonly checks: readonly { round: number; person: string; plan: CheckPlan }[]
  readonly documents: readonly (SentDocument & { digest: string })[]
}

/** Batches of the scope that wait for certification, oldest first. */
export async function batchesToCertify(read: Read, scope: Scope): Promise<string[]> {
  let query = read
    .selectFrom('record.conversionBatch')
    .select('batchId')
    .where('state', '=', 'certifying')
    .orderBy('stateSince')
    .limit(limits.to_certify_max)
  if (scope.offices !== 'all') query = query.where('officeId', 'in', [...scope.offices, ''])
  return (await query.execute()).map(({ batchId }) => batchId)
}

/**
 * The batch as it waits for certification, or as it was certified.
 * @throws Refusal `conversion.batch_unknown` (also out of scope), `conversion.not_to_certify`
 */
export async function certifiableBatch(
  read: Read,
  scope: Scope,
  batchId: string,
): Promise<CertifiableBatch> {
  const batch = await batchFor(read, scope, batchId)
  if (batch.state !== 'certified') mustWait(batch)
  const { number, officeId, state, round, profile, scannedBy, sentCount } = batch
  if (sentCount === null) throw new Refusal(refusals.not_to_certify, { batchId })
  const rows = await sentDocuments(read, batchId)
  const checks = await read
    .selectFrom('record.conversionCheck')
    .select(['round', 'person', 'personName', 'plan'])
    .where('batchId', '=', batchId)
    .orderBy('round')
    .execute()
  const judges = [
    ...checks.map(({ person, personName: name }) => ({ person, name })),
    ...rows.flatMap(({ judged }) => judged?.by ?? []),
  ]
  return {
    ...{ batchId, number, officeId, round, profile, count: sentCount, converters: scannedBy },
    certified: state === 'certified',
    checkers: [...new Map(judges.map((judge) => [judge.person, judge])).values()],
    checks: checks.map(({ personName: _, ...check }) => check),
    documents: rows.map(({ facts, digest }) => ({ ...facts, digest })),
  }
}

function mustWait({ batchId, state }: BatchRow): void {
  if (state !== 'certifying') throw new Refusal(refusals.not_to_certify, { batchId, state })
}

type Returning = {
  readonly batchId: string
  readonly id: Id
  readonly documents: readonly {
    documentId: string
    reason: ReturnReason
    note: string
    pageIds: readonly string[]
  }[]
}

/** Gives documents of a batch that waits for certification back to the scanning station. */
export async function returnBatch(
  context: Context,
  { batchId, id, documents }: Returning,
): Promise<void> {
  const scope = context.may('conversion.open')
  await context.record(
    { id, streams: [`batch/${batchId}`], input: { batchId, documents } },
    async (read: Read) => {
      const batch = await batchFor(read, scope, batchId)
      mustWait(batch)
      const known = new Set((await sentDocuments(read, batchId)).map((row) => row.documentId))
      const strange = documents.find(({ documentId }) => !known.has(documentId))
      if (strange !== undefined || documents.length === 0) {
        throw new Refusal(refusals.document_unknown, { documentId: strange?.documentId ?? null })
      }
      const returned = documents.map((each) => ({ ...each, pageIds: [...each.pageIds] }))
      const { officeId } = batch
      return commits.fact('conversion.returned/1', { batchId, officeId, documents: returned })
    },
  )
}

/**
 * Notes that the batch is certified; its documents are filed by those who certified it. When it was the last of
 * its paper file, the paper is converted.
 */
export async function markCertified(
  context: Context,
  { batchId, id }: { batchId: string; id: Id },
): Promise<void> {
  const scope = context.may('conversion.open')
  const { paperFileId } = await batchFor(context.read<ConversionTables>(), scope, batchId)
  const paper = paperFileId === null ? [] : [paperFileStream(paperFileId)]
  await context.record(
    { id, streams: [`batch/${batchId}`, ...paper], input: { batchId } },
    async (read: Read) => {
      const batch = await batchFor(read, scope, batchId)
      mustWait(batch)
      const last = paperFileId !== null && (await isLastOfPaper(read, { batchId, paperFileId }))
      return commits.fact('conversion.certified/1', {
        ...{ batchId, officeId: batch.officeId },
        convertedPaperFileId: last ? paperFileId : null,
      })
    },
  )
}

/** Whether every other batch of the paper file is certified. The paper file is held meanwhile. */
async function isLastOfPaper(
  read: Read,
  { batchId, paperFileId }: { batchId: string; paperFileId: string },
): Promise<boolean> {
  const other = await read
    .selectFrom('record.conversionBatch')
    .select('batchId')
    .where('paperFileId', '=', paperFileId)
    .where('batchId', '!=', batchId)
    .where('state', '!=', 'certified')
    .executeTakeFirst()
  return other === undefined
}
