import { certifiableBatch, returnBatch } from '#conversion'
import { ReturnReason } from '#conversion/contract'
import { type Id, Refusal } from '#kernel'
import type { Context } from '#record'
import { refusals } from './refusals.ts'
import { isComplete } from './sign-batches.ts'
import { looksOf, type Read, signaturesOf } from './store.ts'
import type { CertificationTables } from './tables.ts'

/** Notes that the person has opened a document of the batch; twice is once. */
export async function lookAtDocument(
  context: Context,
  { batchId, documentId }: { batchId: string; documentId: string },
): Promise<{ looked: number }> {
  const scope = context.may('certification.list')
  const batch = await certifiableBatch(context.read(), scope, batchId)
  const known = batch.documents.some((document) => document.documentId === documentId)
  if (!known) throw new Refusal(refusals.not_of_batch, { documentId })
  const { round } = batch
  const { person } = context.actor
  await context.desk<CertificationTables, void>(async (write) => {
    await write
      .insertInto('desk.certificationLook')
      .values({ batchId, round, person, documentId, at: context.clock.now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  })
  return { looked: (await looksOf(context.read(), batch, person)).length }
}

/**
 * Gives a document back to the scanning station; the batch is then sent and signed anew.
 * @throws Refusal `certification.signed_complete` once all four have signed
 */
export async function returnFromCertification(
  context: Context,
  asked: { batchId: string; id: Id; documentId: string; reason: string; note: string },
): Promise<{ returned: true }> {
  const scope = context.may('certification.list')
  const { batchId, id, documentId, note } = asked
  const reason = ReturnReason.safeParse(asked.reason)
  if (!reason.success) throw new Refusal(refusals.reason_unknown, { reason: asked.reason })
  const read: Read = context.read()
  const batch = await certifiableBatch(read, scope, batchId)
  if (isComplete(await signaturesOf(read, batch))) {
    throw new Refusal(refusals.signed_complete, { batchId })
  }
  const documents = [{ documentId, reason: reason.data, note, pageIds: [] }]
  await returnBatch(context, { batchId, id, documents })
  return { returned: true }
}
