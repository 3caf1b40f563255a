import { z } from 'zod'
import { AccountNo, BranchNo } from '#employers/contract'
import { PaperDate } from '#kernel'
import { defineCommits } from '#record'
import { DocumentType } from './contract.ts'

const Digest = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`))

/** A page as it was filed: which image of which blob, in pixels and dots per inch. */
export const FiledPage = z.object({
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
export type FiledPage = z.infer<typeof FiledPage>

export const commits = defineCommits({
  /** The whole catalogue in its order; it replaces the catalogue before. */
  'documents.catalogue-listed/1': z.object({ types: z.array(DocumentType) }),
  'documents.filed/1': z.object({
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
    pages: z.array(FiledPage).min(1),
  }),
})
