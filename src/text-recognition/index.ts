export { createEnginePool, type EnginePool } from './engine-pool.ts'
export { chooseEngine } from './engines/choose-engine.ts'
export { type Engine, engineLimits } from './engines/engine.ts'
export {
  limits as readingLimits,
  pagesWaiting,
  type ReadingWork,
  readingsMissing,
  readPageJob,
} from './jobs.ts'
export { readingKey, readingLines, recognisedPage } from './kept-reading.ts'
export { createPageViews, type PageViews, stripLimits } from './page-views.ts'
export type { PagePixels } from './pixels.ts'
export { recognisePage, recognitionLimits } from './recognise-page.ts'
export {
  locate,
  PageBox,
  plainText,
  RecognisedCharacter,
  RecognisedLine,
  RecognisedPage,
} from './recognised-page.ts'
export { readingsHandlers } from './routes.ts'
export {
  findReading,
  pagesReadOfBatches,
  pagesReadOfDocuments,
  type ReadingState,
  readingStates,
  readingTotals,
} from './store.ts'
export type { TextRecognitionTables } from './tables.ts'
export { pageFromTextLayer, type TextLayer } from './text-layer.ts'
