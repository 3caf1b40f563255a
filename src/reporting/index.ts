export { lineFollower } from './follow-line.ts'
export { exportProgress } from './list-progress.ts'
export { handlers as reportingHandlers } from './routes.ts'
