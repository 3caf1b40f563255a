import { z } from 'zod'
import { AccountNo, BranchNo } from '#employers/contract'
import { PaperDate } from '#kernel'

export const editLimits = { edit_pages_max: 2_000, note_chars_max: 500, field_chars_max: 500 }

const PageId = z.uuid()
const DocumentId = z.uuid()
const PageIds = z.array(PageId).min(1).max(editLimits.edit_pages_max)
const DocumentIds = z.array(DocumentId).min(1).max(editLimits.edit_pages_max)
const Note = z.string().trim().max(editLimits.note_chars_max)

/** Why a page is left out. Only `scanned-twice` stands for no side of the paper that was counted. */
export const rejectReasons = ['scanned-twice', 'unreadable', 'not-for-file', 'other'] as const
export const RejectReason = z.enum(rejectReasons)
export type RejectReason = z.infer<typeof RejectReason>

/** What a person states of a document. Absent: unchanged. Null: stated no longer. */
export const IndexChange = z.object({
  accountNo: AccountNo.nullish(),
  branchNo: BranchNo.nullish(),
  type: z.string().min(1).max(100).nullish(),
  section: z.string().min(1).max(100).nullish(),
  title: z.string().trim().min(1).max(300).nullish(),
  dated: PaperDate.nullish(),
  /** Further fields of the document type, by their code. */
  fields: z
    .record(z.string(), z.string().trim().max(editLimits.field_chars_max).nullable())
    .optional(),
})
export type IndexChange = z.infer<typeof IndexChange>

/** Where pages go: behind a page of a document (null: to its beginning), or as a document of their own. */
const Place = z.union([
  z.object({ documentId: DocumentId, after: PageId.nullable() }),
  z.object({ newDocument: DocumentId, behind: DocumentId.nullable() }),
])

/** One act at the scanning station. It changes the arrangement of pages, never a page's bytes. */
export const Edit = z.discriminatedUnion('kind', [
  /** The page begins a new document, of the id that the station gives. */
  z.object({ kind: z.literal('split'), pageId: PageId, newDocument: DocumentId }),
  /** The document is joined to the one before it. */
  z.object({ kind: z.literal('merge'), documentId: DocumentId }),
  z.object({ kind: z.literal('move'), pageIds: PageIds, to: Place }),
  z.object({
    kind: z.literal('move-document'),
    documentId: DocumentId,
    behind: DocumentId.nullable(),
  }),
  /** Clockwise, on top of how the pages stand now. */
  z.object({
    kind: z.literal('turn'),
    pageIds: PageIds,
    by: z.union([z.literal(90), z.literal(180), z.literal(270)]),
  }),
  /** Degrees clockwise by which the picture is straightened when it is shown. */
  z.object({
    kind: z.literal('straighten'),
    pageId: PageId,
    degrees: z.number().min(-15).max(15),
  }),
  z.object({ kind: z.literal('mark-blank'), pageIds: PageIds }),
  /** Blank, cover or rejected pages are ordinary pages again. */
  z.object({ kind: z.literal('restore'), pageIds: PageIds }),
  z.object({ kind: z.literal('reject'), pageIds: PageIds, reason: RejectReason, note: Note }),
  /** The page `by`, which has arrived, takes the place of a bad one; the bad one stays in its history. */
  z.object({ kind: z.literal('rescan'), pageId: PageId, by: PageId }),
  z.object({
    kind: z.literal('to-file'),
    documentIds: DocumentIds,
    accountNo: AccountNo,
    branchNo: BranchNo,
  }),
  z.object({ kind: z.literal('index'), documentIds: DocumentIds, set: IndexChange }),
  /** The scanning clerk has mended what the checker sent back. */
  z.object({
    kind: z.literal('mended'),
    documentIds: DocumentIds,
    /** Of the batch; the server writes it down, whatever is sent. */
    round: z.int().optional(),
  }),
])
export type Edit = z.infer<typeof Edit>
