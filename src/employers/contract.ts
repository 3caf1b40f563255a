import { z } from 'zod'
import { OfficeDate } from '#kernel'
import { OfficeCode } from '#offices/contract'

/** The key of an employer: normally ten digits. Old paper may be wrong, so other lengths are kept. */
export const AccountNo = z.string().regex(/^[0-9A-Z\u0E01-\u0E2E]{1,20}$/)
export const BranchNo = z.string().regex(/^[0-9]{6}$/)

export const employerStatuses = [
  'active',
  'paused',
  'no-employees',
  'ceased',
  'transferred',
  'merged',
  'bankrupt',
  'deceased',
  'unknown',
] as const
export const EmployerStatus = z.enum(employerStatuses)
export type EmployerStatus = z.infer<typeof EmployerStatus>

/** A number from paper: as written, its digits, and whether it agrees with its rule. A flag only warns. */
export const PaperNumber = z.object({
  written: z.string(),
  digits: z.string(),
  flag: z.enum(['ok', 'bad-check', 'wrong-length', 'unknown-series', 'not-digits']),
})
export type PaperNumber = z.infer<typeof PaperNumber>

export const Address = z.object({
  houseNo: z.string().optional(),
  moo: z.string().optional(),
  soi: z.string().optional(),
  road: z.string().optional(),
  subdistrict: z.string().optional(),
  district: z.string().optional(),
  province: z.string().optional(),
  postalCode: z.string().optional(),
})
export type Address = z.infer<typeof Address>

export const EmployerName = z.object({
  /** The full legal name, which is what screens show. */
  name: z.string(),
  form: z.string().nullable(),
  /** The name without its legal form; what search and sorting use. */
  core: z.string(),
  kind: z.enum(['present', 'former', 'english', 'trade']),
})
export type EmployerName = z.infer<typeof EmployerName>

export const Establishment = z.object({
  branchNo: BranchNo,
  name: z.string(),
  address: Address,
  officeId: OfficeCode,
})

export const Employer = z.object({
  accountNo: AccountNo,
  account: PaperNumber,
  officeId: OfficeCode,
  name: z.string(),
  names: z.array(EmployerName),
  /** A code of the requirement lists; null while unknown, and then no checklist applies. */
  employerType: z.string().nullable(),
  juristic: PaperNumber.nullable(),
  tax: PaperNumber.nullable(),
  businessCode: z.string().nullable(),
  status: EmployerStatus,
  statusSince: OfficeDate.nullable(),
  registeredOn: OfficeDate.nullable(),
  address: Address,
  establishments: z.array(Establishment),
  offices: z.array(z.object({ officeId: OfficeCode, since: OfficeDate.nullable() })),
  statuses: z.array(z.object({ status: EmployerStatus, since: OfficeDate.nullable() })),
})
export type Employer = z.infer<typeof Employer>
