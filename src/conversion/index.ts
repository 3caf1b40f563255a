export {
  type ArrangeWork,
  arrangementsMissing,
  arrangePortionJob,
} from './arrange-portion.ts'
export {
  batchesToCertify,
  type CertifiableBatch,
  certifiableBatch,
  markCertified,
  returnBatch,
} from './certifiable-batch.ts'
export { countSheets } from './count-sheets.ts'
export { editBatch } from './edit-batch.ts'
export { finishCheck } from './finish-check.ts'
export { openBatch } from './open-batch.ts'
export { openCheck } from './open-check.ts'
export { projection as conversionProjection } from './projection.ts'
export { type ReadLinePageWork, readLinePageJob } from './read-line-page.ts'
export { receivePortion } from './receive-portion.ts'
export { handlers as conversionHandlers } from './routes.ts'
export { sendBatch } from './send-batch.ts'
export { linePage } from './store.ts'
export type { ConversionTables } from './tables.ts'
export { judgeDocument } from './verdicts.ts'
export { readBatch } from './view-batch.ts'
