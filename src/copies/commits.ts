import { z } from 'zod'
import { AccountNo } from '#employers/contract'
import { defineCommits } from '#record'
import { CopiedPages, CopyForm } from './contract.ts'

export const commits = defineCommits({
  'copies.issued/1': z.object({
    copyId: z.uuid(),
    accountNo: AccountNo,
    officeId: z.string(),
    documents: z.array(CopiedPages).min(1),
    pages: z.int().min(1),
    form: CopyForm,
    covered: z.boolean(),
    marked: z.boolean(),
    purpose: z.string(),
    activity: z.string().nullable(),
    reference: z.string().nullable(),
  }),
})
