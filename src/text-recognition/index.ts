export { checkReadingJob } from './check-reading.ts'
export { coverLines } from './cover-lines.ts'
export { createEnginePool, type EnginePool } from './engine-pool.ts'
export { chooseEngine } from './engines/choose-engine.ts'
export type { Engine } from './engines/engine.ts'
export {
  pagesWaiting,
  readingsMissing,
  readPageJob,
} from './jobs.ts'
export type { PageImage } from './keep-once.ts'
export { readingFolder, readingLines, recognisedPage } from './kept-reading.ts'
export { moveReadings } from './move-readings.ts'
export { createPageViews, type PageViews } from './page-views.ts'
export type { PagePixels } from './pixels.ts'
export { type PageOfCopy, type PrintingPowers, printPages } from './print-pages.ts'
export type { Known, KnownEmployer, KnownType, Proposal } from './proposals/proposal.ts'
export { proposeDocument } from './proposals/propose-document.ts'
export { readAgainJob } from './read-again.ts'
export { type ReadingPowers, readingOf, type StoredImage } from './read-page.ts'
export { progressAt } from './reading-progress.ts'
export type { ReadingWork } from './reading-work.ts'
export { recognisePage } from './recognise-page.ts'
export {
  locate,
  plainText,
  RecognisedPage,
} from './recognised-page.ts'
export { readingsHandlers } from './routes.ts'
export { markOf, type PageMark } from './searchable-pdf/page-mark.ts'
export {
  findReading,
  pagesReadOfBatches,
  pagesReadOfDocuments,
  type ReadingState,
  readingStates,
  readingTotals,
} from './store.ts'
export type { TextRecognitionTables } from './tables.ts'
export type { TextLayer } from './text-layer.ts'
