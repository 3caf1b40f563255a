import { z } from 'zod'
import { defineRoute } from '#kernel'

export const limits = { batches_signed_at_once_max: 50, page_size_max: 100 }

/** The four duties of the conversion rule of B.E. 2553, in the order of its clause 5. */
export const duties = ['converted', 'content', 'process', 'metadata'] as const
export const Duty = z.enum(duties)
export type Duty = z.infer<typeof Duty>

/** The rules of the announcement as checks; see rules.ts and docs/requirements.md. */
export const ruleCodes = [
  'scan-minimum',
  'pages-counted',
  'quality-checked',
  'index-complete',
  'people-apart',
  'masters-whole',
] as const

/** What one rule found. `measured` holds the figures it judged by. */
export const RuleFinding = z.object({
  rule: z.enum(ruleCodes),
  version: z.int(),
  passed: z.boolean(),
  measured: z.record(z.string(), z.union([z.number(), z.string()])),
})
export type RuleFinding = z.infer<typeof RuleFinding>

export const Signature = z.object({
  duty: Duty,
  person: z.string(),
  name: z.string(),
  position: z.string().nullable(),
  at: z.iso.datetime(),
})
export type Signature = z.infer<typeof Signature>

/** A batch that waits for certification, as the person who asks may sign it. */
export const BatchToCertify = z.object({
  batchId: z.string(),
  number: z.string(),
  officeId: z.string(),
  round: z.int(),
  documents: z.int(),
  pages: z.int(),
  /** SHA-256 over the digests of its documents: what a signature is put under. */
  digest: z.string(),
  signatures: z.array(Signature),
  /** What I may sign still; `refused` is the code of why not, with how many documents are to be opened. */
  mine: z.array(z.object({ duty: Duty, refused: z.string().nullable(), wanted: z.int() })),
  looked: z.array(z.string()),
  rules: z.array(RuleFinding),
  /** Why it was not certified though all have signed. */
  trouble: z.array(RuleFinding),
  documentList: z.array(
    z.object({
      documentId: z.string(),
      accountNo: z.string(),
      type: z.string(),
      typeTitleTh: z.string(),
      pageList: z.array(z.object({ pageId: z.string(), turn: z.int(), straighten: z.number() })),
    }),
  ),
})
export type BatchToCertify = z.infer<typeof BatchToCertify>

export const Certification = z.object({
  batchId: z.string(),
  /** Such as `C2569-000012`: Buddhist year and running number of the office. */
  number: z.string(),
  officeId: z.string(),
  certifiedAt: z.iso.datetime(),
  documents: z.int(),
  pages: z.int(),
  duties: z.array(Signature),
})
export type Certification = z.infer<typeof Certification>

const BatchParams = z.object({ batchId: z.uuid() })

export const listToCertify = defineRoute({
  method: 'GET',
  path: '/certifications/waiting',
  action: 'certification.list',
  summary: 'Batches that wait for certification, oldest first, with what I may sign',
  reply: z.object({ batches: z.array(BatchToCertify), wording: z.string() }),
})

export const lookAtDocument = defineRoute({
  method: 'POST',
  path: '/certifications/:batchId/looks',
  action: 'certification.list',
  summary: 'Note that I have opened a document of the batch',
  params: BatchParams,
  body: z.object({ documentId: z.uuid() }),
  reply: z.object({ looked: z.int() }),
})

export const signBatches = defineRoute({
  method: 'POST',
  path: '/certifications/sign',
  action: 'certification.list',
  summary: 'Sign for a duty of some batches, with the password once more',
  body: z.object({
    id: z.uuid(),
    duty: Duty,
    batches: z
      .array(z.object({ batchId: z.uuid(), digest: z.string() }))
      .min(1)
      .max(limits.batches_signed_at_once_max),
    password: z.string().max(200),
  }),
  reply: z.object({ signed: z.array(z.string()) }),
})

export const returnFromCertification = defineRoute({
  method: 'POST',
  path: '/certifications/:batchId/return',
  action: 'certification.list',
  summary: 'Give documents of the batch back to the scanning station',
  params: BatchParams,
  body: z.object({
    id: z.uuid(),
    documentId: z.uuid(),
    reason: z.string(),
    note: z.string().trim().max(500).default(''),
  }),
  reply: z.object({ returned: z.literal(true) }),
})

export const listCertifications = defineRoute({
  method: 'GET',
  path: '/certifications',
  action: 'certification.list',
  summary: 'What was certified, newest first',
  query: z.object({ before: z.string().optional() }),
  reply: z.object({ certifications: z.array(Certification), next: z.string().nullable() }),
})
