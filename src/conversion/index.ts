export {
  type ArrangeWork,
  arrangementsMissing,
  arrangePortionJob,
} from './arrange-portion.ts'
export {
  type CertifiableBatch,
  certifiableBatch,
  markCertified,
  returnBatch,
} from './certifiable-batch.ts'
export { projection as conversionProjection } from './projection.ts'
export { type ReadLinePageWork, readLinePageJob } from './read-line-page.ts'
export { handlers as conversionHandlers } from './routes.ts'
export { linePage } from './store.ts'
export type { ConversionTables } from './tables.ts'
