import { z } from 'zod'
import { AccountNo, BranchNo } from '#employers/contract'
import { PaperDate } from '#kernel'
import { defineCommits } from '#record'
import {
  CheckPlan,
  CountReason,
  Person,
  ReturnReason,
  SamplingChoice,
  Verdict,
} from './contract.ts'
import { RejectReason } from './edits.ts'
import { Switching } from './sampling/switching.ts'

/** A page as it was sent: which image of which blob, and the recipes for showing it. */
export const SentPage = z.object({
  pageId: z.uuid(),
  scanId: z.uuid(),
  sha256: z.string(),
  sha512: z.string(),
  bytes: z.int(),
  mediaType: z.string(),
  pageIndex: z.int(),
  pixels: z.tuple([z.int(), z.int()]),
  dpi: z.number().nullable(),
  bits: z.int(),
  turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  straighten: z.number(),
})
export type SentPage = z.infer<typeof SentPage>

export const SentDocument = z.object({
  documentId: z.uuid(),
  accountNo: AccountNo,
  branchNo: BranchNo,
  type: z.string(),
  /** Null: the section of the type. */
  section: z.string().nullable(),
  title: z.string().nullable(),
  dated: PaperDate.nullable(),
  fields: z.record(z.string(), z.string()),
  pages: z.array(SentPage).min(1),
})
export type SentDocument = z.infer<typeof SentDocument>

/** What was counted by hand, what was found, and why they differ if they do. */
export const SentCount = z.object({
  sheets: z.int(),
  sides: z.int(),
  images: z.int(),
  kept: z.int(),
  blank: z.int(),
  cover: z.int(),
  rejected: z.int(),
  replaced: z.int(),
  skipped: z.int(),
  difference: z.int(),
  because: z.object({ reason: CountReason, note: z.string() }).nullable(),
})
export type SentCount = z.infer<typeof SentCount>

export const JudgedDocument = z.object({
  documentId: z.uuid(),
  ...Verdict.shape,
  by: Person,
  at: z.iso.datetime(),
})
export type JudgedDocument = z.infer<typeof JudgedDocument>

export const commits = defineCommits({
  'conversion.opened/1': z.object({
    batchId: z.uuid(),
    officeId: z.string(),
    number: z.string(),
    accountNo: AccountNo.nullable(),
    branchNo: BranchNo.nullable(),
    paperFile: z.string().nullable(),
    /** The paper file in the list of the paper side; batches that name none came before, or are loose papers. */
    paperFileId: z.uuid().nullable().default(null),
    profile: z.string(),
    sides: z.int(),
  }),

  /** More scans for the batch: the stack goes on, pages are put in, or a page is scanned again. */
  'conversion.portion-received/1': z.object({
    batchId: z.uuid(),
    /** The batch of intake that names the scans. */
    portionId: z.uuid(),
    officeId: z.string(),
    scans: z.int(),
    place: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('end') }),
      z.object({ kind: z.literal('after'), pageId: z.uuid() }),
      z.object({ kind: z.literal('instead'), pageId: z.uuid() }),
    ]),
  }),

  /** The whole arrangement as it goes to the check, with what was left out and why. */
  'conversion.sent/1': z.object({
    batchId: z.uuid(),
    officeId: z.string(),
    round: z.int(),
    count: SentCount,
    documents: z.array(SentDocument.extend({ digest: z.string() })).min(1),
    leftOut: z.array(
      z.object({
        pageId: z.uuid(),
        sha256: z.string(),
        use: z.enum(['blank', 'cover', 'rejected', 'replaced']),
        reason: RejectReason.nullable(),
        note: z.string(),
      }),
    ),
    /** Everybody who scanned or changed the arrangement; none of them may check it. */
    scannedBy: z.array(Person),
  }),

  'conversion.checked/1': z.object({
    batchId: z.uuid(),
    officeId: z.string(),
    round: z.int(),
    plan: CheckPlan,
    /** Draws the sample again: documents in the order of the digest of seed and document id. */
    seed: z.string(),
    sampled: z.array(z.uuid()),
    verdicts: z.array(JudgedDocument),
    /** Of the sample in the first round; null where no sample decided. */
    lot: z.enum(['accepted', 'rejected']).nullable(),
    /** How the office's next batch is looked at. */
    switching: Switching,
    planted: z.int(),
    caught: z.int(),
    result: z.enum(['accepted', 'returned']),
  }),

  /** The certifier, or a supervisor, gives documents back to the scanning station. */
  'conversion.returned/1': z.object({
    batchId: z.uuid(),
    officeId: z.string(),
    documents: z.array(
      z.object({
        documentId: z.uuid(),
        reason: ReturnReason,
        note: z.string(),
        pageIds: z.array(z.uuid()),
      }),
    ),
  }),

  /** How an office samples from its next check on. */
  'conversion.sampling-chosen/1': z.object({
    officeId: z.string(),
    version: z.int().min(1),
    choice: SamplingChoice,
  }),

  'conversion.certified/1': z.object({
    batchId: z.uuid(),
    officeId: z.string(),
    /** The paper file whose last batch this was. */
    convertedPaperFileId: z.uuid().nullable().default(null),
  }),
})
