import { z } from 'zod'
import { defineCommits } from '#record'

export const ReceivedScan = z.object({
  scanId: z.string(),
  ordinal: z.int(),
  name: z.string(),
  sha256: z.string(),
  sha512: z.string(),
  bytes: z.int(),
  /** The scan of the same bytes that came first; this one is kept in the count and filed nowhere. */
  duplicateOf: z.string().nullable(),
})
export type ReceivedScan = z.infer<typeof ReceivedScan>

export const commits = defineCommits({
  /** A stack of scans in order. Its bytes were in the store before. */
  'intake.received/1': z.object({
    batchId: z.string(),
    officeId: z.string(),
    label: z.string(),
    source: z.enum(['folder', 'upload', 'watched-folder']),
    /** `line`: its pages go to the conversion line instead of being placed by what they say. */
    way: z.enum(['direct', 'line']).default('direct'),
    scans: z.array(ReceivedScan),
  }),
  'intake.set-aside/1': z.object({ scanId: z.string(), batchId: z.string(), reason: z.string() }),
})
