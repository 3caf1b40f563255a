import type { z } from 'zod'
import type { StreamTables } from '#record'
import type { Address, EmployerName, EmployerStatus, PaperNumber } from './contract.ts'

type AddressValue = z.infer<typeof Address>

export type EmployersTables = StreamTables & {
  'record.employer': {
    accountNo: string
    officeId: string
    account: PaperNumber
    name: string
    nameCore: string
    nameSort: string
    employerType: string | null
    juristicDigits: string | null
    juristic: PaperNumber | null
    taxDigits: string | null
    tax: PaperNumber | null
    businessCode: string | null
    status: EmployerStatus
    statusSince: string | null
    registeredOn: string | null
    address: AddressValue
    factsSha256: Buffer
    ticket: number
  }
  'record.employerName': {
    accountNo: string
    ordinal: number
    officeId: string
    kind: z.infer<typeof EmployerName>['kind']
    name: string
    form: string | null
    core: string
    ticket: number
  }
  'record.establishment': {
    accountNo: string
    branchNo: string
    officeId: string
    name: string
    address: AddressValue
    ticket: number
  }
  'record.employerOffice': {
    accountNo: string
    ordinal: number
    officeId: string
    since: string | null
    ticket: number
  }
  'record.employerStatus': {
    accountNo: string
    ordinal: number
    officeId: string
    status: EmployerStatus
    since: string | null
    ticket: number
  }
  'desk.registerImport': {
    importId: string
    sourceSha256: string
    sourceName: string
    mapping: Record<string, string>
    /** `reading`: rows are being staged; `staged`: all are; `recorded`, `unchanged`: done. */
    state: 'reading' | 'staged' | 'recorded' | 'unchanged'
    rowsRead: number
    rowsStaged: number
    rowsRefused: number
    warnings: number
    startedAt: Date
    endedAt: Date | null
  }
  'desk.registerRow': {
    importId: string
    accountNo: string
    branchNo: string
    line: number
    facts: string
  }
  'desk.registerFlaw': {
    importId: string
    line: number
    column: string
    code: string
    written: string | null
    refused: boolean
  }
}
