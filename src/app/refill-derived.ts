import { arrangementsMissing, arrangePortionJob } from '#conversion'
import { examinationsMissing, examineBatchJob } from '#intake'
import type { Log } from '#platform/log'
import { refillEmployers } from '#search'
import { readingsMissing, readPageJob } from '#text-recognition'
import type { Configuration } from './configuration.ts'
import { type Office, openOffice } from './office.ts'

/** After a rebuild: enqueues what computes the derived tables again. A server or worker does the work. */
export async function refillDerived(configuration: Configuration, log: Log): Promise<void> {
  const office = await openOffice(configuration, { log, workers: 'none' })
  try {
    await refill(office)
    log.say('The search keys and readings are being computed again by the next server or worker.')
  } finally {
    await office.close()
  }
}

export async function refill({ jobs, database }: Pick<Office, 'jobs' | 'database'>): Promise<void> {
  await database.transaction(async (tx) => {
    await jobs.enqueue(tx, refillEmployers, {}, { singletonKey: 'employers' })
    for (const batchId of await examinationsMissing(tx)) {
      await jobs.enqueue(tx, examineBatchJob, { batchId })
    }
    // Those whose scans are still to be examined wait for that, and are asked for again after it.
    for (const portionId of await arrangementsMissing(tx)) {
      await jobs.enqueue(tx, arrangePortionJob, { portionId })
    }
    for (const { pageId, priority } of await readingsMissing(tx)) {
      await jobs.enqueue(tx, readPageJob, { pageId }, { priority })
    }
  })
}
