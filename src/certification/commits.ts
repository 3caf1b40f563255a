import { z } from 'zod'
import { defineCommits } from '#record'
import { Duty, RuleFinding, Signature } from './contract.ts'

export const commits = defineCommits({
  /** One named person vouches for one duty of a batch as it stands in this round. */
  'certification.signed/1': z.object({
    batchId: z.uuid(),
    officeId: z.string(),
    round: z.int(),
    duty: Duty,
    /** SHA-256 over the digests of the batch's documents. */
    digest: z.string(),
    /** The words that were signed, whole. */
    wording: z.object({ version: z.int(), text: z.string() }),
    /** How the person was known at that moment: the password once more, or one click in a sample office. */
    confirmedBy: z.enum(['password', 'sample-office']),
    documentsLookedAt: z.int(),
  }),

  /** All four have signed and every rule is met, by these measurements. */
  'certification.certified/1': z.object({
    batchId: z.uuid(),
    officeId: z.string(),
    number: z.string(),
    round: z.int(),
    digest: z.string(),
    duties: z.array(Signature),
    rules: z.array(RuleFinding),
    documents: z.array(
      z.object({ documentId: z.uuid(), accountNo: z.string(), digest: z.string(), pages: z.int() }),
    ),
  }),
})
