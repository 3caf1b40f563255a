export { type BlobFact, type BlobPromise, type BlobStore, blobKey } from './blobs.ts'
export { openFolderStore, sweepUnfinished } from './folder.ts'
