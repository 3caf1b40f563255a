export { findType, listDocumentTypes } from './catalogue.ts'
export {
  type CoverCode,
  formatCoverCode,
  partsPapers,
  readCoverCode,
  separatorCode,
} from './cover-code.ts'
export { type FileDocument, fileDocument, isClassified, tierOf } from './file-document.ts'
export { documentsFollower } from './follow-documents.ts'
export type { DocumentsGiven } from './given.ts'
export { openFile } from './open-file.ts'
export { projection as documentsProjection } from './projection.ts'
export { handlers as documentsHandlers } from './routes.ts'
export { seedCatalogue } from './seed-catalogue.ts'
export {
  documentsOfBatch,
  filedPagesOfScans,
  findDocument,
  findPage,
  pageForWork,
  pagesAfter,
  pagesOfBatches,
  pagesOfDocument,
  type StoredPage,
} from './store.ts'
export type { DocumentsTables } from './tables.ts'
