import { z } from 'zod'
import { AccountNo, BranchNo } from '#employers/contract'
import { PaperDate } from '#kernel'
import { defineCommits } from '#record'
import { DocumentType } from './contract.ts'

/** One page of a filed document: which page of which blob, and what was measured of it. */
export const FiledPage = z.object({
  pageId: z.string(),
  scanId: z.string().nullable(),
  sha256: z.string(),
  sha512: z.string(),
  bytes: z.int(),
  mediaType: z.string(),
  pageIndex: z.int().min(0),
  pixels: z.tuple([z.int(), z.int()]),
  dpi: z.number().nullable(),
  bits: z.int(),
})

export const commits = defineCommits({
  'documents.catalogue-listed/1': z.object({ types: z.array(DocumentType) }),
  'documents.filed/1': z.object({
    documentId: z.string(),
    accountNo: AccountNo,
    branchNo: BranchNo,
    /** The responsible office on the day of filing. */
    officeId: z.string(),
    type: z.string(),
    section: z.string(),
    title: z.string().nullable(),
    dated: PaperDate.nullable(),
    tier: z.string(),
    batch: z.string().nullable(),
    pages: z.array(FiledPage),
  }),
})
