import { z } from 'zod'
import { AccountNo, BranchNo } from '#employers/contract'
import { defineRoute } from '#kernel'
import { Edit, editLimits } from './edits.ts'
import {
  BatchState,
  CountReason,
  InspectionLevel,
  LineBatch,
  limits,
  OpenBatch,
  OpenCheck,
  Person,
  ReturnReason,
  SamplingChoice,
  Severity,
} from './shapes.ts'

export { Edit, RejectReason } from './edits.ts'
export {
  BatchState,
  batchStates,
  CheckDocument,
  CheckPlan,
  CountReason,
  dateText,
  IndexField,
  InspectionLevel,
  LineBatch,
  LineDocument,
  LinePage,
  limits,
  OpenBatch,
  OpenCheck,
  PageFlag,
  Person,
  Proposal,
  pageUses,
  Reconciliation,
  ReturnReason,
  returnReasons,
  SamplingChoice,
  SentBack,
  Severity,
  sendObstacles,
  Verdict,
} from './shapes.ts'

const BatchParams = z.object({ batchId: z.uuid() })

export const listProfiles = defineRoute({
  method: 'GET',
  path: '/line/profiles',
  action: 'conversion.open',
  summary: 'Scan profiles to choose from',
  reply: z.object({
    profiles: z.array(
      z.object({
        code: z.string(),
        titleTh: z.string(),
        titleEn: z.string(),
        dpi: z.int(),
        sides: z.union([z.literal(1), z.literal(2)]),
        standard: z.boolean(),
      }),
    ),
  }),
})

export const listLineBatches = defineRoute({
  method: 'GET',
  path: '/line/batches',
  action: 'conversion.open',
  summary: 'Batches on the line, those that changed last first',
  query: z.object({ state: BatchState.optional(), before: z.string().optional() }),
  reply: z.object({
    batches: z.array(LineBatch),
    counts: z.record(BatchState, z.int()),
    next: z.string().nullable(),
  }),
})

export const openLineBatch = defineRoute({
  method: 'POST',
  path: '/line/batches',
  action: 'conversion.scan',
  summary: 'Open a batch for the papers of a file; the same id finds its batch',
  body: z.object({
    id: z.uuid(),
    accountNo: AccountNo.nullable(),
    branchNo: BranchNo.nullable(),
    paperFile: z.string().trim().min(1).max(200).nullable(),
    /** Of the paper side; the batch is then of its account and branch. */
    paperFileId: z.uuid().nullable().default(null),
    profile: z.string(),
    sheets: z.int().min(1).max(limits.sheets_max).nullable(),
  }),
  reply: OpenBatch,
})

export const readLineBatch = defineRoute({
  method: 'GET',
  path: '/line/batches/:batchId',
  action: 'conversion.open',
  summary: 'A batch with its documents, pages, flags and count',
  params: BatchParams,
  reply: OpenBatch,
})

/** Bytes go in before, by `POST /blobs/missing` and `PUT /blobs/:sha256`. */
export const receivePortion = defineRoute({
  method: 'POST',
  path: '/line/batches/:batchId/portions',
  action: 'conversion.scan',
  summary: 'Scans of this batch whose bytes are stored: more of the stack, an insert or a rescan',
  params: BatchParams,
  body: z.object({
    id: z.uuid(),
    scans: z
      .array(
        z.object({
          name: z.string().min(1).max(300),
          sha256: z.string().regex(/^[0-9a-f]{64}$/),
        }),
      )
      .min(1)
      .max(limits.portion_scans_max),
    /** Where the pages go when they are there. */
    place: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('end') }),
      z.object({ kind: z.literal('after'), pageId: z.uuid() }),
      z.object({ kind: z.literal('instead'), pageId: z.uuid() }),
    ]),
  }),
  reply: z.object({ portionId: z.string(), scans: z.int() }),
})

const Versioned = z.object({ id: z.uuid(), version: z.int() })

export const editLineBatch = defineRoute({
  method: 'POST',
  path: '/line/batches/:batchId/edits',
  action: 'conversion.scan',
  summary: 'Change the arrangement or index; refused when somebody changed it meanwhile',
  params: BatchParams,
  body: Versioned.extend({ edit: Edit }),
  reply: OpenBatch,
})

export const undoLineEdit = defineRoute({
  method: 'POST',
  path: '/line/batches/:batchId/undo',
  action: 'conversion.scan',
  summary: 'Take back the last edit that stands',
  params: BatchParams,
  body: Versioned,
  reply: OpenBatch,
})

export const countLineBatch = defineRoute({
  method: 'POST',
  path: '/line/batches/:batchId/count',
  action: 'conversion.scan',
  summary: 'Sheets counted by hand, and blank sides that the scanner left out',
  params: BatchParams,
  body: z.object({
    sheets: z.int().min(1).max(limits.sheets_max),
    skipped: z.int().min(0).max(limits.batch_pages_max),
  }),
  reply: OpenBatch,
})

export const sendLineBatch = defineRoute({
  method: 'POST',
  path: '/line/batches/:batchId/send',
  action: 'conversion.scan',
  summary: 'Send the batch to the quality check',
  params: BatchParams,
  body: Versioned.extend({
    difference: z
      .object({ reason: CountReason, note: z.string().trim().max(editLimits.note_chars_max) })
      .nullable(),
  }),
  reply: OpenBatch,
})

export const listChecks = defineRoute({
  method: 'GET',
  path: '/line/checks',
  action: 'conversion.check',
  summary: 'Batches that wait for the quality check, oldest first, by office',
  query: z.object({ officeId: z.string().optional() }),
  reply: z.object({
    checks: z.array(
      LineBatch.extend({
        /** The code of the refusal that opening it would get, such as `conversion.own_scans`. */
        refused: z.string().nullable(),
        mine: z.boolean(),
      }),
    ),
    severities: z.array(z.object({ officeId: z.string(), severity: Severity })),
    /** Documents that I judged today. */
    judgedToday: z.int(),
  }),
})

export const openCheck = defineRoute({
  method: 'POST',
  path: '/line/checks/:batchId/open',
  action: 'conversion.check',
  summary: 'Take a batch to check, or go on with it',
  params: BatchParams,
  body: z.object({}),
  reply: OpenCheck,
})

export const openNextCheck = defineRoute({
  method: 'POST',
  path: '/line/checks/next',
  action: 'conversion.check',
  summary: 'Go on with my batch, or take the oldest that I may check; null when there is none',
  body: z.object({}),
  reply: z.object({ check: OpenCheck.nullable() }),
})

export const judgeDocument = defineRoute({
  method: 'POST',
  path: '/line/checks/:batchId/verdicts',
  action: 'conversion.check',
  summary: 'Accept or reject one document; a later verdict replaces the earlier one',
  params: BatchParams,
  body: z.object({
    id: z.uuid(),
    documentId: z.uuid(),
    verdict: z.enum(['accept', 'reject']),
    reason: ReturnReason.nullable(),
    /** Needed for `other`. */
    note: z.string().trim().max(editLimits.note_chars_max).default(''),
    /** The pages that are meant; none: the whole document. */
    pageIds: z.array(z.uuid()).max(limits.batch_pages_max).default([]),
  }),
  reply: z.object({ done: z.int(), rejected: z.int(), all: z.int(), undoable: z.int() }),
})

export const undoVerdict = defineRoute({
  method: 'POST',
  path: '/line/checks/:batchId/undo',
  action: 'conversion.check',
  summary: 'Take back my last verdict, up to 20 in a row',
  params: BatchParams,
  body: z.object({ id: z.uuid() }),
  reply: z.object({
    documentId: z.string(),
    done: z.int(),
    rejected: z.int(),
    all: z.int(),
    undoable: z.int(),
  }),
})

export const finishCheck = defineRoute({
  method: 'POST',
  path: '/line/checks/:batchId/finish',
  action: 'conversion.check',
  summary:
    'Close the check: on to certification, back to the scanner, or every document to look at',
  params: BatchParams,
  body: z.object({ id: z.uuid() }),
  reply: z.object({
    result: z.enum(['accepted', 'returned', 'look-at-all']),
    rejected: z.int(),
    severity: Severity,
  }),
})

export const leaveCheck = defineRoute({
  method: 'POST',
  path: '/line/checks/:batchId/leave',
  action: 'conversion.check',
  summary: 'Give the batch back to the queue; verdicts given so far are dropped',
  params: BatchParams,
  body: z.object({}),
  reply: z.object({ left: z.literal(true) }),
})

export const listCheckers = defineRoute({
  method: 'GET',
  path: '/line/checkers',
  action: 'conversion.measure',
  summary: 'How many planted known-bad pages each checker caught',
  reply: z.object({
    checkers: z.array(
      Person.extend({ documents: z.int(), rejected: z.int(), planted: z.int(), caught: z.int() }),
    ),
  }),
})

const OfficeParams = z.object({ officeId: z.string() })

/** The choice that holds, and those before it. Version 0: what comes with the software. */
const OfficeSampling = z.object({
  officeId: z.string(),
  version: z.int(),
  choice: SamplingChoice,
  severity: Severity,
  /** The newest first. */
  versions: z.array(
    z.object({
      version: z.int(),
      choice: SamplingChoice,
      chosenAt: z.iso.datetime(),
      chosenBy: z.string(),
    }),
  ),
})

export const readSampling = defineRoute({
  method: 'GET',
  path: '/admin/sampling/:officeId',
  action: 'conversion.choose-sampling',
  summary: 'How an office samples its batches, and how it did before',
  params: OfficeParams,
  reply: OfficeSampling,
})

export const chooseSampling = defineRoute({
  method: 'POST',
  path: '/admin/sampling/:officeId',
  action: 'conversion.choose-sampling',
  summary: 'Choose how an office samples from its next check on',
  params: OfficeParams,
  /** `version` is the one that the choice was made on. */
  body: z.object({ id: z.uuid(), version: z.int().min(0), choice: SamplingChoice }),
  reply: OfficeSampling,
})

const Plan = z.object({ size: z.int(), acceptance: z.int(), rejection: z.int() })

export const listSamplingPlans = defineRoute({
  method: 'GET',
  path: '/admin/sampling-plans',
  action: 'conversion.choose-sampling',
  summary: 'The plans of ISO 2859-1 for each size of batch, and the quality limits to choose from',
  query: z.object({ level: InspectionLevel, aql: z.coerce.number() }),
  reply: z.object({
    qualityLimits: z.array(z.number()),
    plans: z.array(
      z.object({
        least: z.int(),
        most: z.int().nullable(),
        normal: Plan,
        tightened: Plan,
        reduced: Plan,
      }),
    ),
  }),
})
