import { z } from 'zod'
import { OfficeDate } from '#kernel'
import { OfficeCode } from '#offices/contract'
import { defineCommits } from '#record'
import { Address, EmployerStatus, Establishment, PaperNumber } from './contract.ts'

/** What a register says of one employer, as a line of the import's plan keeps it. */
export const RegisterFacts = z.object({
  employer: z.object({
    account: PaperNumber,
    officeId: OfficeCode,
    name: z.string(),
    nameEn: z.string().nullable(),
    formerNames: z.array(z.string()),
    employerType: z.string().nullable(),
    juristic: PaperNumber.nullable(),
    tax: PaperNumber.nullable(),
    businessCode: z.string().nullable(),
    status: EmployerStatus,
    statusSince: OfficeDate.nullable(),
    registeredOn: OfficeDate.nullable(),
    address: Address,
  }),
  establishments: z.array(Establishment),
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
