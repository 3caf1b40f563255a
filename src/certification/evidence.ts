import { certifiableBatch } from '#conversion'
import { Refusal } from '#kernel'
import { type CommitText, type Context, commitsById, commitsOfStream, nodeKeys } from '#record'
import { filingId } from './certify-batch.ts'
import { refusals } from './refusals.ts'
import type { Read } from './store.ts'

/** Everything that proves a certified batch, in one file: `faem verify` reads it without a server. */
export type Evidence = {
  readonly format: 'faem-evidence/1'
  readonly batchId: string
  readonly number: string
  /** Commits of the batch in order, then those that filed its documents: stored bytes and their names. */
  readonly commits: readonly CommitText[]
  /** The keys that seal commits, as the office announced them. */
  readonly nodes: Readonly<Record<string, string>>
}

/** @throws Refusal `certification.not_certified`, also out of scope */
export async function evidenceOf(context: Context, batchId: string): Promise<Evidence> {
  const scope = context.may('certification.list')
  const read: Read = context.read()
  const certified = await read
    .selectFrom('record.certification')
    .select(['number', 'officeId'])
    .where('batchId', '=', batchId)
    .executeTakeFirst()
  const reached = scope.offices === 'all' || scope.offices.includes(certified?.officeId ?? '')
  if (certified === undefined || !reached) throw new Refusal(refusals.not_certified, { batchId })
  const batch = await certifiableBatch(read, scope, batchId)
  const filings = batch.documents.map(({ documentId }) => filingId(batch, documentId))
  return {
    format: 'faem-evidence/1',
    batchId,
    number: certified.number,
    commits: [
      ...(await commitsOfStream(context, `batch/${batchId}`)),
      ...(await commitsById(context, filings)),
    ],
    nodes: await nodeKeys(context),
  }
}
