import { z } from 'zod'
import { type CertifiableBatch, certifiableBatch, markCertified } from '#conversion'
import { fileDocument } from '#documents'
import { officeDate, Refusal, type Scope } from '#kernel'
import { idOf } from '#platform/digests'
import { defineJob } from '#platform/jobs'
import { jsonb } from '#platform/postgres'
import type { Context } from '#record'
import { commits } from './commits.ts'
import type { RuleFinding } from './contract.ts'
import { checkMasters, checkRules } from './rules.ts'
import { isComplete } from './sign-batches.ts'
import { batchDigest, nextNumber, type Read, signaturesOf } from './store.ts'
import type { CertificationTables } from './tables.ts'

/**
 * Certifies a batch that all four have signed: reads every master once more, ends the batch, states the
 * certification and files the documents. Each step finds itself done, so a crash anywhere is made good by
 * running again. A rule that is unmet keeps the batch waiting, with what was measured.
 */
export const certifyBatchJob = defineJob<{ readonly context: Context }, { batchId: string }>({
  name: 'certification.certify-batch',
  payload: z.object({ batchId: z.string() }),
  attempts_max: 10,
  timeout_ms: 60 * 60_000,
  run: ({ context }, { batchId }, signal) => certifyBatch(context, batchId, signal),
})

export async function certifyBatch(
  context: Context,
  batchId: string,
  signal: AbortSignal,
): Promise<void> {
  const scope = context.may('certification.list')
  const read: Read = context.read()
  const batch = await stillToCertify(read, scope, batchId)
  if (batch === null || !isComplete(await signaturesOf(read, batch))) return
  const rules = [...checkRules(batch), await checkMasters(batch, context.store, signal)]
  if (!batch.certified) {
    const failed = rules.filter(({ passed }) => !passed)
    await noteTrouble(context, batch, failed)
    if (failed.length > 0) return
    await markCertified(context, { batchId, id: actId('mark', batch) })
  }
  await stateCertification(context, batch, rules)
  for (const document of batch.documents) await file(context, batch, document)
}

/** Null when the batch went back to the scanning station after the signature that started this job. */
async function stillToCertify(read: Read, scope: Scope, batchId: string) {
  try {
    return await certifiableBatch(read, scope, batchId)
  } catch (reason) {
    if (reason instanceof Refusal && reason.code === 'conversion.not_to_certify') return null
    throw reason
  }
}

function actId(step: string, { batchId, round }: CertifiableBatch, part = '') {
  return idOf('certification', step, batchId, String(round), part)
}

/** The act by which a document of the batch was filed. */
export function filingId(batch: CertifiableBatch, documentId: string) {
  return actId('file', batch, documentId)
}

async function noteTrouble(
  context: Context,
  { batchId, round }: CertifiableBatch,
  failed: RuleFinding[],
): Promise<void> {
  await context.desk<CertificationTables, void>(async (write) => {
    await write.deleteFrom('desk.certificationTrouble').where('batchId', '=', batchId).execute()
    if (failed.length === 0) return
    await write
      .insertInto('desk.certificationTrouble')
      .values({ batchId, round, failed: jsonb(failed), at: context.clock.now() })
      .execute()
  })
}

async function stateCertification(
  context: Context,
  batch: CertifiableBatch,
  rules: RuleFinding[],
): Promise<void> {
  const { batchId, officeId, round } = batch
  const year = Number(officeDate(context.clock.now()).slice(0, 4)) + 543
  await context.record(
    {
      id: actId('certify', batch),
      streams: [`batch/${batchId}`, `certification/${officeId}`],
    },
    async (read: Read) =>
      commits.fact('certification.certified/1', {
        ...{ batchId, officeId, round, rules },
        number: await nextNumber(read, officeId, `C${year}-`),
        digest: batchDigest(batch),
        duties: await signaturesOf(read, batch),
        documents: batch.documents.map(({ documentId, accountNo, digest, pages }) => ({
          ...{ documentId, accountNo, digest },
          pages: pages.length,
        })),
      }),
  )
}

async function file(
  context: Context,
  batch: CertifiableBatch,
  document: CertifiableBatch['documents'][number],
): Promise<void> {
  const { documentId, accountNo, branchNo, type, section, title, dated, pages } = document
  await fileDocument(context, {
    id: filingId(batch, documentId),
    ...{ documentId, accountNo, branchNo, type, section, title, dated },
    batchId: batch.batchId,
    pages,
  })
}
