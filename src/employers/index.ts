export { readAccountKey } from './account-key.ts'
export { accountsOfOffice, officesOfAccounts } from './accounts.ts'
export { type CsvRecord, csvReader } from './csv.ts'
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
  employersByNumber,
  findEmployer,
  type SearchRow,
} from './store.ts'
export type { EmployersTables } from './tables.ts'
export { decodedText } from './text-encoding.ts'
export type { ImportProgress, Watching } from './watching.ts'
