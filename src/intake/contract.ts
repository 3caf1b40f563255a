import { z } from 'zod'
import { AccountNo, BranchNo } from '#employers/contract'
import { defineRoute, PaperDate } from '#kernel'

export const limits = {
  batch_scans_max: 2_000,
  scan_bytes_max: 100 * 1024 ** 2,
  missing_digests_max: 2_000,
  page_size_max: 100,
}

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Why a scan could not be put in a file by itself, or may not enter at all. */
export const waitingReasons = [
  'no-number',
  'unknown-account',
  'unknown-type',
  'ambiguous-cover',
  'cover-only',
  'cancelled',
] as const

export const scanStates = [
  'received',
  'filed',
  'waiting',
  'quarantined',
  'duplicate',
  'set-aside',
] as const
export const ScanState = z.enum(scanStates)
export type ScanState = z.infer<typeof ScanState>

export const Scan = z.object({
  scanId: z.string(),
  batchId: z.string(),
  name: z.string(),
  bytes: z.int(),
  pages: z.int().nullable(),
  state: ScanState,
  /** A WaitingReason, or the code of the refusal that put it in quarantine. */
  reason: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()),
  documentIds: z.array(z.string()),
  duplicateOf: z.string().nullable(),
})
export type Scan = z.infer<typeof Scan>

/** A stack of scans received together, with how far its way through the office is. */
export const Batch = z.object({
  batchId: z.string(),
  label: z.string(),
  source: z.enum(['folder', 'upload', 'watched-folder']),
  officeId: z.string(),
  receivedAt: z.iso.datetime(),
  receivedBy: z.string(),
  state: z.enum(['examining', 'done', 'cancelled']),
  scans: z.int(),
  examined: z.int(),
  filed: z.int(),
  waiting: z.int(),
  quarantined: z.int(),
  duplicates: z.int(),
  /** Pages filed, and how many of them are read by machine. */
  pages: z.int(),
  pagesRead: z.int(),
})
export type Batch = z.infer<typeof Batch>

/** Bytes go in one by one, named by their digest: asking which are missing is the resume. */
export const missingBlobs = defineRoute({
  method: 'POST',
  path: '/blobs/missing',
  action: 'intake.receive',
  summary: 'Which of these digests the store does not hold',
  body: z.object({ sha256s: z.array(Sha256).max(limits.missing_digests_max) }),
  reply: z.object({ missing: z.array(Sha256) }),
})

export const ReceiveBatch = z.object({
  /** Made by the sender; a repeated request finds its batch. */
  id: z.uuid(),
  label: z.string().min(1).max(300),
  scans: z
    .array(z.object({ name: z.string().min(1).max(300), sha256: Sha256 }))
    .min(1)
    .max(limits.batch_scans_max),
})

export const receiveBatch = defineRoute({
  method: 'POST',
  path: '/batches',
  action: 'intake.receive',
  summary: 'Receive a stack of scans whose bytes are stored',
  body: ReceiveBatch,
  reply: z.object({ batchId: z.string(), received: z.int(), duplicates: z.int() }),
})

export const listBatches = defineRoute({
  method: 'GET',
  path: '/batches',
  action: 'intake.list',
  summary: 'Batches, newest first, with their progress',
  query: z.object({ before: z.string().optional() }),
  reply: z.object({ batches: z.array(Batch), next: z.string().nullable() }),
})

export const cancelBatch = defineRoute({
  method: 'POST',
  path: '/batches/:batchId/cancel',
  action: 'intake.receive',
  summary: 'Stop the work on a batch; what is filed stays, the rest waits in the inbox',
  params: z.object({ batchId: z.uuid() }),
  body: z.object({}),
  reply: z.object({ state: z.literal('cancelled') }),
})

export const resumeBatch = defineRoute({
  method: 'POST',
  path: '/batches/:batchId/resume',
  action: 'intake.receive',
  summary: 'Go on with a cancelled batch',
  params: z.object({ batchId: z.uuid() }),
  body: z.object({}),
  reply: z.object({ state: z.literal('examining') }),
})

export const listInbox = defineRoute({
  method: 'GET',
  path: '/inbox',
  action: 'intake.list',
  summary: 'Scans that wait for a person: not placed, or in quarantine',
  query: z.object({
    state: z.enum(['waiting', 'quarantined']).optional(),
    after: z.string().optional(),
  }),
  reply: z.object({
    scans: z.array(Scan.extend({ batchLabel: z.string() })),
    waiting: z.int(),
    quarantined: z.int(),
    next: z.string().nullable(),
  }),
})

export const placeScan = defineRoute({
  method: 'POST',
  path: '/inbox/:scanId/place',
  action: 'intake.place',
  summary: 'Put a waiting scan into an employer file by hand',
  params: z.object({ scanId: z.uuid() }),
  body: z.object({
    id: z.uuid(),
    accountNo: AccountNo,
    branchNo: BranchNo.default('000000'),
    type: z.string(),
    dated: PaperDate.nullable(),
  }),
  reply: z.object({ documentId: z.string() }),
})

export const setScanAside = defineRoute({
  method: 'POST',
  path: '/inbox/:scanId/set-aside',
  action: 'intake.place',
  summary: 'Take a scan out of the inbox with a reason; its bytes stay',
  params: z.object({ scanId: z.uuid() }),
  body: z.object({ id: z.uuid(), reason: z.string().trim().min(3).max(500) }),
  reply: z.object({ state: z.literal('set-aside') }),
})

/** `GET /events`: server-sent events; each `batch` event carries a Batch, each `reading` event this. */
export const Reading = z.object({ pagesRead: z.int(), pagesWaiting: z.int() })
