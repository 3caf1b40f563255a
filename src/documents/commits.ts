import { z } from 'zod'
import { AccountNo, BranchNo } from '#employers/contract'
import { PaperDate } from '#kernel'
import { defineCommits } from '#record'
import { DocumentType } from './contract.ts'

const Digest = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`))

/** A page as it was scanned: which image of which blob, in pixels and dots per inch. */
const ScannedPage = z.object({
  pageId: z.uuid(),
  scanId: z.uuid().nullable(),
  sha256: Digest(64),
  sha512: Digest(128),
  bytes: z.int().min(1),
  mediaType: z.string(),
  /** The place of the image in its blob, from 0. */
  pageIndex: z.int().min(0),
  pixels: z.tuple([z.int().min(1), z.int().min(1)]),
  dpi: z.number().positive().nullable(),
  bits: z.int().min(1),
})

/** A page as it is filed: the scan, and how it is shown. */
export const FiledPage = ScannedPage.extend({
  /** First the turn, then the degrees, both clockwise. */
  turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  straighten: z.number().min(-15).max(15),
})
export type FiledPage = z.infer<typeof FiledPage>

/** What is said of a filed document. All of it may be corrected; none of it is on the page. */
export const Described = z.object({
  type: z.string(),
  section: z.string(),
  title: z.string().nullable(),
  dated: PaperDate.nullable(),
  tier: DocumentType.shape.tier,
})
export type Described = z.infer<typeof Described>

const Filed = z.object({
  documentId: z.uuid(),
  accountNo: AccountNo,
  branchNo: BranchNo,
  /** The employer's responsible office when the document was filed. */
  officeId: z.string(),
  type: z.string(),
  section: z.string(),
  title: z.string().nullable(),
  dated: PaperDate.nullable(),
  tier: DocumentType.shape.tier,
  batch: z.uuid().nullable(),
})

export const commits = defineCommits({
  /** The whole catalogue in its order; it replaces the catalogue before. */
  'documents.catalogue-listed/1': z.object({ types: z.array(DocumentType) }),
  /** No longer written: its pages are shown as they were scanned. */
  'documents.filed/1': Filed.extend({ pages: z.array(ScannedPage).min(1) }),
  'documents.filed/2': Filed.extend({ pages: z.array(FiledPage).min(1) }),
  /** What is said of these documents from now on. `version` is the one that the act makes of each. */
  'documents.corrected/1': z.object({
    accountNo: AccountNo,
    officeId: z.string(),
    documents: z
      .array(
        z.object({
          documentId: z.uuid(),
          version: z.int().min(2),
          before: Described,
          after: Described,
        }),
      )
      .min(1),
    reason: z.string().nullable(),
    /** The correction that this one takes back. */
    undoes: z.uuid().nullable(),
    /** The version whose values this one puts back. */
    restores: z.int().min(1).nullable(),
  }),
})
