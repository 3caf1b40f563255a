import { z } from 'zod'
import { OfficeCode } from '#offices/contract'
import { defineCommits } from '#record'
import { Role } from './contract.ts'

/** A role in one office. */
export const Grant = z.object({ role: Role, officeId: OfficeCode })
export type Grant = z.infer<typeof Grant>

export const commits = defineCommits({
  /** Streams `person/<personId>` and `username/<username>`. Never holds sign-in material. */
  'identity.person-enrolled/1': z.object({
    personId: z.string(),
    username: z.string(),
    name: z.string(),
    position: z.string().nullable(),
    grants: z.array(Grant),
  }),
  'identity.role-granted/1': Grant.extend({ personId: z.string() }),
  'identity.grant-revoked/1': Grant.extend({ personId: z.string() }),
})
