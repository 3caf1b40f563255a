import { z } from 'zod'
import { AccountNo } from '#employers/contract'
import { defineRoute } from '#kernel'

export const limits = { documents_max: 100, reference_characters_max: 60 }

export const Activity = z.object({ code: z.string(), titleTh: z.string(), titleEn: z.string() })
export type Activity = z.infer<typeof Activity>

export const Purpose = Activity.extend({
  /** What number must be named; `optional` for the office's own duty. */
  reference: z.enum(['optional', 'letter-number', 'case-number', 'request-number']),
  requiresActivity: z.boolean(),
})
export type Purpose = z.infer<typeof Purpose>

export const CopyForm = z.enum(['download', 'print'])
export type CopyForm = z.infer<typeof CopyForm>

/** Pages of a document, both included and counted from 1; all of them where none are named. */
export const CopiedPages = z.object({
  documentId: z.uuid(),
  from: z.int().min(1),
  to: z.int().min(1),
})
export type CopiedPages = z.infer<typeof CopiedPages>

export const Copy = z.object({
  copyId: z.string(),
  documents: z.array(CopiedPages),
  pages: z.int(),
  form: CopyForm,
  covered: z.boolean(),
  purpose: z.string(),
  activity: z.string().nullable(),
  reference: z.string().nullable(),
  issuedAt: z.iso.datetime(),
  issuedTo: z.string(),
})
export type Copy = z.infer<typeof Copy>

export const listPurposes = defineRoute({
  method: 'GET',
  path: '/copy-purposes',
  action: 'copies.issue',
  summary: 'The purposes for which pages may be taken, and what each asks for',
  reply: z.object({
    purposes: z.array(Purpose),
    activities: z.array(Activity),
    warningTh: z.string(),
  }),
})

export const issueCopy = defineRoute({
  method: 'POST',
  path: '/copies',
  action: 'copies.issue',
  summary: 'Take pages as a PDF for a purpose; recorded before the first byte',
  body: z.object({
    id: z.uuid(),
    /** Of one employer file. */
    documents: z
      .array(CopiedPages.partial({ from: true, to: true }))
      .min(1)
      .max(limits.documents_max),
    form: CopyForm,
    /** Take covered pages covered, also when the person sees through. */
    covered: z.boolean(),
    marked: z.boolean(),
    purpose: z.string(),
    activity: z.string().nullable(),
    reference: z.string().trim().max(limits.reference_characters_max).nullable(),
  }),
  reply: z.object({ copyId: z.string(), pages: z.int(), name: z.string() }),
})

export const listCopies = defineRoute({
  method: 'GET',
  path: '/employer-files/:accountNo/copies',
  action: 'documents.open',
  summary: 'The copies taken from an employer file, the youngest first',
  params: z.object({ accountNo: AccountNo }),
  reply: z.object({ copies: z.array(Copy) }),
})
