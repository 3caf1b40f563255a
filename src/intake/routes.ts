import { type Handler, handle } from '#record'
import { cancelBatch, type IntakeGiven, listBatches, resumeBatch } from './batches.ts'
import * as contract from './contract.ts'
import { listInbox, placeScan, setScanAside } from './inbox.ts'
import { missingBlobs, receiveBatch } from './receive-batch.ts'

export function intakeHandlers(given: IntakeGiven): Handler[] {
  return [
    handle(contract.missingBlobs, async (context, { body }) => ({
      missing: await missingBlobs(context, body.sha256s),
    })),
    handle(contract.receiveBatch, (context, { body }) =>
      receiveBatch(context, { ...body, source: 'upload' }),
    ),
    handle(contract.listBatches, (context, { query }) => listBatches(context, given, query)),
    handle(contract.cancelBatch, (context, { params }) => cancelBatch(context, params.batchId)),
    handle(contract.resumeBatch, (context, { params }) =>
      resumeBatch(context, given, params.batchId),
    ),
    handle(contract.listInbox, (context, { query }) => listInbox(context, query)),
    handle(contract.placeScan, (context, { params, body }) =>
      placeScan(context, { ...params, ...body }),
    ),
    handle(contract.setScanAside, (context, { params, body }) =>
      setScanAside(context, { ...params, ...body }),
    ),
  ]
}
