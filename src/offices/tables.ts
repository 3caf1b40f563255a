import type { Office } from './contract.ts'

export type OfficesTables = {
  'record.office': Omit<Office, 'kind'> & { kind: string; ticket: number }
}
