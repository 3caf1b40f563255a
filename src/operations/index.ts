export { listQueues } from './list-queues.ts'
export { operationsHandlers } from './routes.ts'
export { pausedQueues } from './store.ts'
export type { OperationsTables } from './tables.ts'
