import { z } from 'zod'
import { AccountNo } from '#employers/contract'
import { defineCommits } from '#record'
import { Boxes, Reason } from './contract.ts'

export const commits = defineCommits({
  'redactions.made/1': z.object({
    redactionId: z.uuid(),
    documentId: z.uuid(),
    accountNo: AccountNo,
    officeId: z.string(),
    reason: Reason,
    note: z.string(),
    pages: z
      .array(
        z.object({
          pageId: z.uuid(),
          boxes: Boxes,
          /** Of the rendition. */
          sha256: z.string().regex(/^[0-9a-f]{64}$/),
          sha512: z.string().regex(/^[0-9a-f]{128}$/),
          bytes: z.int().min(1),
          mediaType: z.enum(['image/png', 'image/jpeg']),
        }),
      )
      .min(1),
  }),
  'redactions.withdrawn/1': z.object({
    redactionId: z.uuid(),
    documentId: z.uuid(),
    accountNo: AccountNo,
  }),
})
