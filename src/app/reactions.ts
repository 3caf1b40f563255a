import { z } from 'zod'
import { certifyBatchJob } from '#certification'
import { arrangePortionJob } from '#conversion'
import { examineBatchJob } from '#intake'
import type { Jobs } from '#platform/jobs'
import type { Tx } from '#platform/postgres'
import type { Commit, React } from '#record'
import { indexCoveredJob } from '#redactions'
import { isRefillDue, needsRefill, refillEmployers, sealPages } from '#search'
import { pagesWaiting, readPageJob } from '#text-recognition'

type Reaction = (jobs: Jobs, tx: Tx, commit: Commit) => Promise<void>

async function readFiled(jobs: Jobs, tx: Tx, commit: Commit): Promise<void> {
  for (const { pageId, priority } of await pagesWaiting(tx, commit)) {
    await jobs.enqueue(tx, readPageJob, { pageId }, { priority })
  }
  // Those filed earlier have been read meanwhile.
  await sealFresh(jobs, tx)
}

async function sealFresh(jobs: Jobs, tx: Tx): Promise<void> {
  await jobs.enqueue(tx, sealPages, {}, { singletonKey: 'pages' })
}

async function indexCovered(jobs: Jobs, tx: Tx, { body }: Commit): Promise<void> {
  const { documentId } = z.object({ documentId: z.string() }).parse(body)
  await jobs.enqueue(tx, indexCoveredJob, { documentId })
}

/** What follows from an act: jobs in the same transaction, by commit kind. There is no bus. */
const reactions: Readonly<Record<string, Reaction>> = {
  async 'intake.received/1'(jobs, tx, { body }) {
    const { batchId } = z.object({ batchId: z.string() }).parse(body)
    await jobs.enqueue(tx, examineBatchJob, { batchId })
  },

  async 'conversion.portion-received/1'(jobs, tx, { body }) {
    const { portionId } = z.object({ portionId: z.string() }).parse(body)
    await jobs.enqueue(tx, arrangePortionJob, { portionId })
  },

  // Whichever of the four signs last, the job finds all signatures.
  async 'certification.signed/1'(jobs, tx, { body }) {
    const { batchId } = z.object({ batchId: z.string() }).parse(body)
    await jobs.enqueue(tx, certifyBatchJob, { batchId })
  },

  'documents.filed/1': readFiled,
  'documents.filed/2': readFiled,
  // What a page was found by has changed, so it is fresh again.
  'documents.corrected/1': sealFresh,

  'redactions.made/1': indexCovered,
  'redactions.withdrawn/1': indexCovered,

  async 'employers.imported/1'(jobs, tx, commit) {
    if (needsRefill(commit) || (await isRefillDue(tx)))
      await jobs.enqueue(tx, refillEmployers, {}, { singletonKey: 'employers' })
    await sealFresh(jobs, tx)
  },
}

/** Jobs start after the record that they hang on, so they are given when they are there. */
export function reactWith(jobs: () => Jobs): React {
  return async (commit, tx) => {
    await reactions[commit.kind]?.(jobs(), tx, commit)
  }
}
