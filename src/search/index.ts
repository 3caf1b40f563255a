export { find } from './find.ts'
export { isRefillDue, needsRefill, searchFollower } from './follower.ts'
export type {
  IndexedPage,
  PageLine,
  Place,
  SearchGiven,
  SearchRow,
  SearchWork,
  Stretch,
} from './given.ts'
export { refillEmployers, refillPages, sealPages } from './jobs.ts'
export { correctPageKeys, movePageKeys } from './move-page-keys.ts'
export { keepNameLists } from './name-lists.ts'
export type { Reading } from './reading.ts'
export { refillEmployerKeys } from './refill.ts'
export { searchHandlers } from './routes.ts'
export { suggest } from './suggest.ts'
export { indexPage } from './write-keys.ts'
