export { type CoverCode, formatCoverCode, readCoverCode } from './cover-code.ts'
export { type FileDocument, fileDocument, limits as documentLimits } from './file-document.ts'
export { type DocumentsGiven, openDocument, openFile } from './open-file.ts'
export { projection as documentsProjection } from './projection.ts'
export { documentsHandlers } from './routes.ts'
export { seedCatalogue } from './seed-catalogue.ts'
export {
  documentsOfBatch,
  documentsOfScans,
  findDocument,
  findPage,
  findType,
  listDocumentTypes,
  pageForWork,
  pagesAfter,
  pagesOfAccounts,
  type StoredPage,
} from './store.ts'
export type { DocumentsTables } from './tables.ts'
