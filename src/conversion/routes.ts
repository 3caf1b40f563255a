import { type Handler, handle } from '#record'
import { chooseSampling, readSampling } from './choose-sampling.ts'
import * as contract from './contract.ts'
import { countSheets } from './count-sheets.ts'
import { editBatch, type PagesTurned, undoEdit } from './edit-batch.ts'
import { finishCheck } from './finish-check.ts'
import { leaveCheck, openNextCheck } from './leave-check.ts'
import { listBatches } from './list-batches.ts'
import { listCheckers, listChecks } from './list-checks.ts'
import { listSamplingPlans } from './list-sampling-plans.ts'
import { openBatch } from './open-batch.ts'
import { openCheck } from './open-check.ts'
import { receivePortion } from './receive-portion.ts'
import { scanProfiles } from './scan-profiles.ts'
import { sendBatch } from './send-batch.ts'
import { judgeDocument, undoVerdict } from './verdicts.ts'
import { readBatch } from './view-batch.ts'

const scanning = (onTurned: PagesTurned): Handler[] => [
  handle(contract.listProfiles, async () => scanProfiles()),
  handle(contract.listLineBatches, (context, { query }) => listBatches(context, query)),
  handle(contract.readLineBatch, (context, { params }) => readBatch(context, params.batchId)),
  handle(contract.openLineBatch, async (context, { body }) => {
    await openBatch(context, body)
    return await readBatch(context, body.id)
  }),
  handle(contract.receivePortion, (context, { params, body }) =>
    receivePortion(context, { ...params, ...body }),
  ),
  handle(contract.editLineBatch, async (context, { params, body }) => {
    await editBatch(context, { ...params, ...body }, onTurned)
    return await readBatch(context, params.batchId)
  }),
  handle(contract.undoLineEdit, async (context, { params, body }) => {
    await undoEdit(context, { ...params, ...body }, onTurned)
    return await readBatch(context, params.batchId)
  }),
  handle(contract.countLineBatch, async (context, { params, body }) => {
    await countSheets(context, params.batchId, body)
    return await readBatch(context, params.batchId)
  }),
  handle(contract.sendLineBatch, async (context, { params, body }) => {
    await sendBatch(context, { ...params, ...body })
    return await readBatch(context, params.batchId)
  }),
]

const checking: Handler[] = [
  handle(contract.listChecks, (context, { query }) => listChecks(context, query)),
  handle(contract.openCheck, (context, { params }) => openCheck(context, params.batchId)),
  handle(contract.openNextCheck, (context) => openNextCheck(context)),
  handle(contract.judgeDocument, (context, { params, body }) =>
    judgeDocument(context, params.batchId, body),
  ),
  handle(contract.undoVerdict, (context, { params, body }) =>
    undoVerdict(context, params.batchId, body.id),
  ),
  handle(contract.finishCheck, (context, { params, body }) =>
    finishCheck(context, { ...params, ...body }),
  ),
  handle(contract.leaveCheck, (context, { params }) => leaveCheck(context, params.batchId)),
  handle(contract.listCheckers, (context) => listCheckers(context)),
]

const sampling: Handler[] = [
  handle(contract.readSampling, (context, { params }) => readSampling(context, params.officeId)),
  handle(contract.chooseSampling, (context, { params, body }) =>
    chooseSampling(context, { ...params, ...body }),
  ),
  handle(contract.listSamplingPlans, async (_, { query }) => listSamplingPlans(query)),
]

export function handlers({ onTurned }: { onTurned: PagesTurned }): readonly Handler[] {
  return [...scanning(onTurned), ...checking, ...sampling]
}
