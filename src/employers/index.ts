export {
  type ImportRegister,
  type ImportReport,
  importRegister,
} from './import-register.ts'
export { projection as employersProjection } from './projection.ts'
export type { RegisterFlaw } from './read-row.ts'
export {
  employerExists,
  employerNames,
  employersAfter,
  employersByAccount,
  findEmployer,
  type SearchRow,
} from './store.ts'
export type { EmployersTables } from './tables.ts'
export type { ImportProgress, Watching } from './watching.ts'
