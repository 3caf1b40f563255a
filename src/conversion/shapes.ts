import { z } from 'zod'
import type { PaperDate } from '#kernel'
import { RejectReason } from './edits.ts'

export const limits = {
  portion_scans_max: 2_000,
  batch_pages_max: 2_000,
  sheets_max: 2_000,
  page_size_max: 100,
  undo_verdicts_max: 20,
  mandatory_types_max: 200,
  planted_each_max: 1_000,
  sampling_versions_max: 20,
}

/** Where a batch stands on the line. */
export const batchStates = ['scanning', 'checking', 'returned', 'certifying', 'certified'] as const
export const BatchState = z.enum(batchStates)
export type BatchState = z.infer<typeof BatchState>

/** Why the count of sheets and the images differ. */
export const countReasons = ['damaged', 'stuck', 'folded', 'miscounted'] as const
export const CountReason = z.enum(countReasons)

/** Why a document or page is sent back, on the keys 1 to 9 in this order. */
export const returnReasons = [
  'unreadable',
  'page-missing',
  'skewed-or-turned',
  'wrong-index',
  'misfiled',
  'below-minimum',
  'page-repeated',
  'cropped-or-folded',
  'other',
] as const
export const ReturnReason = z.enum(returnReasons)
export type ReturnReason = z.infer<typeof ReturnReason>

/** What the machine, or the checker, points at. `stop` must be dealt with before the batch is sent on. */
export const pageFlags = [
  'below-minimum',
  'unreadable-file',
  'duplicate',
  'sent-back',
  'resolution-unknown',
  'detail-low',
  'tones-missing',
  'blurred',
  'clipped',
  'too-dark',
  'bleed-through',
  'blank-suggested',
  'first-page-suggested',
] as const
export const PageFlag = z.object({
  flag: z.enum(pageFlags),
  weight: z.enum(['stop', 'look']),
  /** What the sentence names: `found` and `wanted`; `pageId` of the first of the same bytes; `reason`; `type`. */
  facts: z.record(z.string(), z.unknown()),
})
export type PageFlag = z.infer<typeof PageFlag>

export const pageUses = ['kept', 'blank', 'cover', 'rejected'] as const

export const LinePage = z.object({
  pageId: z.string(),
  /** From 1, in the order in which the pages arrived. */
  arrived: z.int(),
  use: z.enum(pageUses),
  reject: z.object({ reason: RejectReason, note: z.string() }).nullable(),
  /** Recipes for showing: first the turn, then the degrees, both clockwise. */
  turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  straighten: z.number(),
  pixels: z.tuple([z.int(), z.int()]),
  dpi: z.number().nullable(),
  bits: z.int(),
  flags: z.array(PageFlag),
  /** Pages whose place this one took, oldest first. They can be looked at still. */
  replaces: z.array(z.string()),
})
export type LinePage = z.infer<typeof LinePage>

/** A value that the machine proposes, how sure it is (0–1), and why: a code for the sentence. */
export const Proposal = z.object({
  value: z.string(),
  confidence: z.number(),
  /** Where from: `cover`, `batch`, `register`, or a rule of the text reader. */
  reason: z.string(),
  pageId: z.string().nullable(),
  /** Where on the page, in fractions of it as it is shown: x, y, width, height. */
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
})
export type Proposal = z.infer<typeof Proposal>

export const fieldStates = ['agree', 'disagree', 'proposed', 'abstain'] as const

/**
 * One index field of a document. A date is written as far as it is known: 2548, as `2005`, `2005-01` or
 * `2005-01-04`. `agree`: grey; `disagree`: first in focus; `proposed`: nobody stated it yet; `abstain`:
 * the machine has nothing to say, or is not sure enough.
 */
export const IndexField = z.object({
  field: z.string(),
  titleTh: z.string(),
  titleEn: z.string(),
  kind: z.enum(['account', 'branch', 'type', 'section', 'date', 'text', 'number', 'person-no']),
  required: z.boolean(),
  value: z.string().nullable(),
  /** Who says so: a person at a station, the cover sheet, the batch itself. */
  source: z.enum(['person', 'cover', 'batch']).nullable(),
  proposal: Proposal.nullable(),
  state: z.enum(fieldStates),
})
export type IndexField = z.infer<typeof IndexField>

export const SentBack = z.object({
  reason: ReturnReason,
  note: z.string(),
  pageIds: z.array(z.string()),
  by: z.string(),
  at: z.iso.datetime(),
  mended: z.boolean(),
})
export type SentBack = z.infer<typeof SentBack>

export const documentObstacles = [
  'no-account',
  'unknown-account',
  'no-type',
  'unknown-section',
  'classified',
  'not-mended',
] as const

export const LineDocument = z.object({
  documentId: z.string(),
  /** All pages in their order, also blank, cover and rejected ones. */
  pageIds: z.array(z.string()),
  keptPages: z.int(),
  typeTitleTh: z.string().nullable(),
  employerName: z.string().nullable(),
  fields: z.array(IndexField),
  sentBack: SentBack.nullable(),
  /** What this document still lacks; empty when it has no kept page. */
  obstacles: z.array(z.enum(documentObstacles)),
})
export type LineDocument = z.infer<typeof LineDocument>

/** Sides counted = kept + blank + left out by the scanner + rejected (unless scanned twice). */
export const Reconciliation = z.object({
  sheets: z.int().nullable(),
  sides: z.union([z.literal(1), z.literal(2)]),
  /** Every image that arrived, also replaced ones and cover sheets. */
  images: z.int(),
  kept: z.int(),
  blank: z.int(),
  cover: z.int(),
  rejected: z.int(),
  replaced: z.int(),
  /** Blank sides that the scanner itself left out, as declared. */
  skipped: z.int(),
  /** Found minus counted; 0 agrees, null while nothing is counted. */
  difference: z.int().nullable(),
})
export type Reconciliation = z.infer<typeof Reconciliation>

export const Person = z.object({ person: z.string(), name: z.string() })
export type Person = z.infer<typeof Person>

export const LineBatch = z.object({
  batchId: z.string(),
  /** Such as `B2569-000123`: Buddhist year and running number of the office. */
  number: z.string(),
  officeId: z.string(),
  accountNo: z.string().nullable(),
  branchNo: z.string().nullable(),
  employerName: z.string().nullable(),
  /** Where the paper stands, as the clerk names it: ตู้ 12 ช่อง 3. */
  paperFile: z.string().nullable(),
  /** In the list of the paper side. */
  paperFileId: z.string().nullable(),
  profile: z.string(),
  state: BatchState,
  /** How often it was sent to the check. */
  round: z.int(),
  documents: z.int(),
  pages: z.int(),
  openedAt: z.iso.datetime(),
  openedBy: z.string(),
  /** Since when it is in this state: the age on the board. */
  stateSince: z.iso.datetime(),
  checker: z.string().nullable(),
})
export type LineBatch = z.infer<typeof LineBatch>

export const sendObstacles = [
  'arriving',
  'empty',
  'not-counted',
  'count-differs',
  'pages-to-mend',
  'documents-to-index',
] as const

export const OpenBatch = LineBatch.extend({
  /** Goes up with each change. An edit names the version that it was made on. */
  version: z.int(),
  documentList: z.array(LineDocument),
  pageList: z.array(LinePage),
  count: Reconciliation,
  /** Portions on their way: scans received, and looked at so far. */
  arriving: z.object({ scans: z.int(), examined: z.int() }),
  /** Empty: it may be sent on. `count-differs` is lifted by a reason. */
  obstacles: z.array(z.enum(sendObstacles)),
  /** Whether there is an edit that `undo` would take back. */
  undoable: z.boolean(),
  scannedBy: z.array(Person),
})
export type OpenBatch = z.infer<typeof OpenBatch>

/** How severely the office's batches are looked at now, by the switching rules of ISO 2859-1. */
export const Severity = z.enum(['normal', 'tightened', 'reduced', 'discontinued'])
export type Severity = z.infer<typeof Severity>

/** The general inspection levels of ISO 2859-1: how large a sample a lot gets. */
export const InspectionLevel = z.enum(['I', 'II', 'III'])
export type InspectionLevel = z.infer<typeof InspectionLevel>

/** How an office samples its batches. */
export const SamplingChoice = z.object({
  level: InspectionLevel,
  /** Of the standard's columns: bad documents in a hundred that are still tolerable. */
  aql: z.number(),
  /** Whether the switching rules may begin reduced inspection. */
  reducedAllowed: z.boolean(),
  /** Document types that are looked at always. */
  mandatoryTypes: z.array(z.string()).max(limits.mandatory_types_max),
  /** One known-bad document among so many; 0: none. */
  plantedEach: z.int().min(0).max(limits.planted_each_max),
})
export type SamplingChoice = z.infer<typeof SamplingChoice>

export const CheckPlan = z.object({
  severity: Severity,
  /** Absent where a batch was checked before levels could be chosen: II. */
  level: InspectionLevel.optional(),
  aql: z.number(),
  lot: z.int(),
  codeLetter: z.string().nullable(),
  /** Documents drawn by chance. */
  sample: z.int(),
  acceptance: z.int(),
  rejection: z.int(),
  /** Further documents whose type is looked at always. */
  mandatory: z.int(),
  /** Why every document is looked at; null: the sample decides. */
  fullBecause: z
    .enum(['small-lot', 'sample-failed', 'discontinued', 'second-round', 'sampling-off'])
    .nullable(),
})
export type CheckPlan = z.infer<typeof CheckPlan>

export const Verdict = z.object({
  verdict: z.enum(['accept', 'reject']),
  reason: ReturnReason.nullable(),
  note: z.string(),
  pageIds: z.array(z.string()),
})
export type Verdict = z.infer<typeof Verdict>

export const CheckDocument = z.object({
  documentId: z.string(),
  typeTitleTh: z.string(),
  employerName: z.string().nullable(),
  pages: z.array(
    LinePage.pick({
      pageId: true,
      turn: true,
      straighten: true,
      pixels: true,
      dpi: true,
      flags: true,
    }),
  ),
  fields: z.array(IndexField),
  verdict: Verdict.nullable(),
})
export type CheckDocument = z.infer<typeof CheckDocument>

export const OpenCheck = z.object({
  batchId: z.string(),
  number: z.string(),
  officeId: z.string(),
  round: z.int(),
  scannedBy: z.array(Person),
  plan: CheckPlan,
  /** Those to look at, in order. */
  documentList: z.array(CheckDocument),
  done: z.int(),
  rejected: z.int(),
  /** Verdicts that `undo` would still take back. */
  undoable: z.int(),
})
export type OpenCheck = z.infer<typeof OpenCheck>

/** The answer of `PaperDate` in the text of an index field. */
export function dateText({ date, precision }: PaperDate): string {
  return date.slice(0, { year: 4, month: 7, day: 10 }[precision])
}
