import { z } from 'zod'
import { OfficeDate } from '#kernel'
import { OfficeCode } from '#offices/contract'
import { defineCommits } from '#record'
import { Address, BranchNo, EmployerStatus, PaperNumber } from './contract.ts'

// Members stand in the order of their names, so that what these schemas gave is canonical JSON as it is.
const Numbered = z.object({
  digits: PaperNumber.shape.digits,
  flag: PaperNumber.shape.flag,
  written: PaperNumber.shape.written,
})

const Place = z.object({
  district: Address.shape.district,
  houseNo: Address.shape.houseNo,
  moo: Address.shape.moo,
  postalCode: Address.shape.postalCode,
  province: Address.shape.province,
  road: Address.shape.road,
  soi: Address.shape.soi,
  subdistrict: Address.shape.subdistrict,
})

/** What a register says of one employer, as a line of the import's plan keeps it. */
export const RegisterFacts = z.object({
  employer: z.object({
    account: Numbered,
    address: Place,
    businessCode: z.string().nullable(),
    employerType: z.string().nullable(),
    formerNames: z.array(z.string()),
    juristic: Numbered.nullable(),
    name: z.string(),
    nameEn: z.string().nullable(),
    officeId: OfficeCode,
    registeredOn: OfficeDate.nullable(),
    status: EmployerStatus,
    statusSince: OfficeDate.nullable(),
    tax: Numbered.nullable(),
  }),
  establishments: z.array(
    z.object({ address: Place, branchNo: BranchNo, name: z.string(), officeId: OfficeCode }),
  ),
})
export type RegisterFacts = z.infer<typeof RegisterFacts>

/**
 * One import of a register is one act. Its plan has a line for each employer that is new or says something
 * else than before; the file itself is attached as `source`.
 */
export const commits = defineCommits({
  'employers.imported/1': z.object({
    importId: z.uuid(),
    source: z.object({ sha256: z.string(), name: z.string(), encoding: z.string() }),
    /** Our column → the header in the file. */
    mapping: z.record(z.string(), z.string()),
    rows: z.int(),
    refused: z.int(),
    warnings: z.int(),
  }),
})
